import { expect, it } from 'vitest'
import { chosenText } from './chosen-text.ts'

const topics = ['Prevention', 'Women, peace and security', 'Disarmament', 'Unity and the veto'].map((title, index) => ({
  id: `topic-${index}`,
  title,
}))
const chosen = (...places: number[]) =>
  chosenText(
    topics,
    places.map((place) => `topic-${place}`),
    'Any topic',
  )

it('says that nothing is chosen in the words for any', () => {
  expect(chosen()).toBe('Any topic')
})

it('names what is chosen in the order of the list, and counts what would be too many to read', () => {
  expect(chosen(1)).toBe('Women, peace and security')
  expect(chosen(2, 0)).toBe('Prevention; Disarmament')
  expect(chosen(0, 1, 2)).toBe('Prevention; Women, peace and security; Disarmament')
  expect(chosen(0, 1, 2, 3)).toBe('Prevention; Women, peace and security; 2 more')
})
