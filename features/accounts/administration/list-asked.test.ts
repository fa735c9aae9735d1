import { expect, it } from 'vitest'
import { listAsked, pageHref } from './list-asked.ts'

it('takes what an address asks, and the beginning of the list for whatever makes no sense', () => {
  expect(listAsked({ search: ' ada ', page: '3' })).toEqual({ search: 'ada', page: 3 })
  expect(listAsked({})).toEqual({ search: '', page: 1 })
  expect(listAsked({ search: ['ada', 'ben'], page: ['2', '3'] })).toEqual({ search: '', page: 1 })
  for (const page of ['0', '-1', '1.5', 'two', '', '1e99']) expect(listAsked({ page }).page).toBe(1)
  expect(listAsked({ search: 'a'.repeat(1000) }).search).toHaveLength(200)
})

it('leads from page to page of what was looked for', () => {
  expect(pageHref('/administration/people', 'a&b', 2)).toBe('/administration/people?search=a%26b&page=2')
  expect(pageHref('/administration/people', '', 2)).toBe('/administration/people?page=2')
})
