import { expect, it } from 'vitest'
import { makeCatalog, makeFact } from '@/testing/factories.ts'
import { helpTable, knowledgeTable } from './class-table.ts'

it('has a row for each topic and each lesson, with how many facts are known how well', () => {
  const made = () => makeFact('statement', { topics: ['what'] })
  const [first, second, third] = [made(), made(), made()]
  const lesson = { title: '=What', factIds: [first.id, second.id], objectives: ['say it', 'tell it apart'] }
  const topics = [{ id: 'what', title: 'What', branch: 'debates' as const }]
  const catalog = { ...makeCatalog([first, second, third], { topics }), lessons: [lesson] }
  const { columns, rows } = knowledgeTable(catalog, { [first.id]: 3, [second.id]: 1 })
  expect(rows).toEqual([
    ['Topic', 'What', 3, 1, 1, 0, 1, ''],
    ['Lesson', "'=What", 2, 0, 1, 0, 1, 'say it; tell it apart'],
  ])
  for (const row of rows) expect(row).toHaveLength(columns.length)
})

it('has a row for each reason why somebody may need help', () => {
  const reasons = ['Has not begun.', 'Was sure of 12 answers, and 5 of them were wrong.']
  const { rows } = helpTable([{ accountId: 'a', name: '@Ada', reasons }])
  expect(rows).toEqual(reasons.map((reason) => ["'@Ada", reason]))
})
