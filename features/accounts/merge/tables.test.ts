import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What belongs to a learner, and what becomes of it in features/accounts/merge/mutations.ts. */
const handled = {
  Account: 'a guest has none',
  Answer: 'moves',
  Attempt: 'moves',
  AuditEvent: 'moves',
  CardStanding: 'is joined',
  CardState: 'is derived anew',
  ItemFlag: 'moves',
  OwnCard: 'moves',
  ParameterFit: 'moves',
  Review: 'moves',
}

it('knows what becomes of every table that belongs to a learner when a guest signs in', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  const ofLearners = models.flatMap(([, name, body]) => (/^ {2}learnerId\s/m.test(body ?? '') ? [name] : []))
  expect(ofLearners.sort()).toEqual(Object.keys(handled))
})
