import { describe, expect, it } from 'vitest'
import { applyEvent, beginAttempt, passTime } from '@/features/quiz/attempt.ts'
import { lessonRules } from '@/features/quiz/plan.ts'
import { glancedTime, liveRows, liveSummary, type Taking } from './live.ts'

const start = new Date('2026-03-02T12:00:00Z')
const atMinute = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const rules = { ...lessonRules, behaviour: 'deferred-feedback', timeLimitSeconds: 1800 } as const
const begun = beginAttempt(rules, ['a', 'b', 'c'], start)
const answered = applyEvent(begun, {
  id: 'one',
  deed: {
    kind: 'answered',
    itemId: 'a',
    itemRevision: 'r1',
    response: {},
    certainty: null,
    seen: [],
    durationMs: null,
  },
  givenAt: atMinute(4),
  receivedAt: atMinute(4),
})
const handedIn = applyEvent(answered, {
  id: 'two',
  deed: { kind: 'submitted' },
  givenAt: atMinute(5),
  receivedAt: atMinute(5),
})
const taking = (name: string, state: typeof begun | null, lastSavedAt = start): Taking => ({
  accountId: name,
  name,
  attempt: state === null ? null : { id: `attempt of ${name}`, state, lastSavedAt },
})

describe('liveRows', () => {
  const late = passTime(
    beginAttempt({ ...rules, whenTimeIsUp: 'grace', graceSeconds: 600 }, ['a'], start),
    atMinute(31),
  )
  const rows = liveRows(
    [
      taking('Ada', handedIn, atMinute(5)),
      taking('Ben', null),
      taking('Dan', answered, atMinute(4)),
      taking('Cleo', begun),
      taking('Eve', late),
    ],
    atMinute(10),
  )

  it('counts tries where questions may be tried again, and nowhere else', () => {
    const adaptive = beginAttempt({ ...rules, behaviour: 'adaptive', penalty: 0.5 }, ['a', 'b'], start)
    const tried = ['one', 'other', 'one'].reduce(
      (state, response, index) =>
        applyEvent(state, {
          id: `try ${index}`,
          deed: {
            kind: 'checked',
            itemId: 'a',
            itemRevision: 'r1',
            response,
            seen: [],
            durationMs: null,
            score: 0,
            comparable: response,
          },
          givenAt: atMinute(index),
          receivedAt: atMinute(index),
        }),
      adaptive,
    )
    expect(liveRows([taking('Fay', tried)], atMinute(5))).toMatchObject([{ answered: 1, of: 2, tries: 2 }])
    expect(rows.map(({ tries }) => tries)).toEqual([null, null, null, null, null])
  })

  it('puts those first whom there may be something to do about, then goes by name', () => {
    expect(rows.map(({ name, standing }) => [name, standing])).toEqual([
      ['Eve', 'overdue'],
      ['Cleo', 'in-progress'],
      ['Dan', 'in-progress'],
      ['Ben', 'not-begun'],
      ['Ada', 'finished'],
    ])
  })

  it('tells how far each is, when the latest was saved and what time is left, as long as it is under way', () => {
    expect(rows.find(({ name }) => name === 'Dan')).toMatchObject({
      answered: 1,
      of: 3,
      savedAgoMs: 6 * 60_000,
      remainingMs: 20 * 60_000,
    })
    expect(rows.find(({ name }) => name === 'Ada')).toMatchObject({ answered: 1, savedAgoMs: null, remainingMs: null })
  })

  it('is told in a sentence', () => {
    expect(liveSummary(rows)).toBe('3 are in it, 1 has not begun, 1 has handed in.')
    expect(liveSummary([])).toBe('Nobody learns in this class yet.')
  })
})

it('writes times for a glance', () => {
  expect([0, 59_999, 60_000, 3_599_000, 3_900_000].map(glancedTime)).toEqual([
    '0 s',
    '59 s',
    '1 min',
    '59 min',
    '1 h 05 min',
  ])
})
