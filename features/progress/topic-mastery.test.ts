import { describe, expect, it } from 'vitest'
import type { Topic } from '@/features/catalog/schema.ts'
import { makeCatalog, makeFact } from '@/testing/factories.ts'
import type { Level } from './knowledge.ts'
import { masteryByTopic } from './topic-mastery.ts'

const topics: Topic[] = [
  { id: 'who', title: 'Who', branch: 'actors' },
  { id: 'what', title: 'What', branch: 'debates' },
  { id: 'what-more', title: 'What more', branch: 'debates', parent: 'what' },
  { id: 'what-most', title: 'What most', branch: 'debates', parent: 'what-more' },
  { id: 'empty', title: 'Empty', branch: 'debates' },
  { id: 'when', title: 'When', branch: 'dialogue' },
  { id: 'why', title: 'Why', branch: 'pillars' },
]

function mastery(facts: { topics: string[]; level?: Level }[]) {
  const made = facts.map((fact) => ({ ...makeFact('statement', { topics: fact.topics }), level: fact.level }))
  const levels = Object.fromEntries(made.flatMap(({ id, level }) => (level === undefined ? [] : [[id, level]])))
  return masteryByTopic(makeCatalog(made, { topics }), levels).map(({ topic, facts }) => [topic.id, facts])
}

describe('masteryByTopic', () => {
  it('counts the facts of a topic by level, those not met among them', () => {
    expect(
      mastery([
        { topics: ['what'] },
        { topics: ['what'], level: 1 },
        { topics: ['what'], level: 3 },
        { topics: ['what'], level: 3 },
      ]),
    ).toEqual([['what', [1, 1, 0, 2]]])
  })

  it('takes a topic together with all below it, and a fact once that bears several of them', () => {
    expect(
      mastery([
        { topics: ['what-most'], level: 2 },
        { topics: ['what', 'what-more', 'what-most'], level: 1 },
      ]),
    ).toEqual([['what', [0, 1, 1, 0]]])
  })

  it('goes through pillars, debates and actors, and leaves out the course of the dialogue and what has no facts', () => {
    expect(mastery([{ topics: ['who', 'what', 'when', 'why'], level: 2 }]).map(([id]) => id)).toEqual([
      'why',
      'what',
      'who',
    ])
  })
})
