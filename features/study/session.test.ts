import { describe, expect, it } from 'vitest'
import type { Deed } from './deed.ts'
import { formatInterval } from './interval.ts'
import { review } from './schedule.ts'
import {
  afterDeeds,
  goesBeyond,
  gradesOf,
  queueOfSession,
  readSession,
  type Session,
  type StudyCard,
} from './session.ts'
import { usualSettings } from './settings.ts'

const at = new Date('2026-03-02T12:00:00Z')
const inMinutes = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

function studyCard(id: string, given: Partial<StudyCard> = {}): StudyCard {
  const factId = id.split('.')[0] ?? id
  const words = { kind: 'basic', front: `Front of ${id}.`, back: `Back of ${id}.`, fact: `The fact of ${id}.` } as const
  return {
    id,
    ...words,
    factId,
    citations: [],
    memory: null,
    isMarked: false,
    note: '',
    isSetAside: false,
    siblings: [],
    lesson: null,
    ...given,
  }
}

function session(cards: StudyCard[], given: Partial<Session> = {}): Session {
  return {
    deck: 'all',
    at,
    timeZone: 'Europe/Lisbon',
    dayStartsAt: new Date('2026-03-02T04:00:00Z'),
    dayEndsAt: new Date('2026-03-03T04:00:00Z'),
    dueBefore: new Date('2026-03-03T04:00:00Z'),
    settings: usualSettings,
    parameters: null,
    limits: { newCards: 20, reviews: 200 },
    newToday: 0,
    reviewsToday: 0,
    takenFacts: [],
    cards,
    nextDueAt: null,
    isEmptyDeck: false,
    returning: null,
    setAside: 0,
    isUnsureKept: false,
    ...given,
  }
}

let count = 0
const id = () => `deed-${++count}`
const graded = (cardId: string, rating: 1 | 3 | 4, minutes = 0): Deed & { kind: 'graded' } => ({
  kind: 'graded',
  id: id(),
  cardId,
  rating,
  durationMs: 1000,
  at: inMinutes(minutes),
})
const decided = (cardId: string, change: (Deed & { kind: 'decided' })['change']): Deed => ({
  kind: 'decided',
  id: id(),
  cardId,
  change,
  at,
})
const undone = (reviewId: string): Deed => ({ kind: 'undone', id: id(), reviewId, at })

/** A card that was learned long ago and is due. */
function due(cardId: string): StudyCard {
  const learned = review(null, 4, inMinutes(-60 * 24 * 30), { seed: cardId })
  return studyCard(cardId, { memory: learned })
}

describe('a session after what was done in it', () => {
  it('moves a graded card on as the scheduler does, and counts it towards the day', () => {
    const before = session([studyCard('made-1.a'), due('made-2.a')])
    const after = afterDeeds(before, [graded('made-1.a', 3), graded('made-2.a', 3, 1)])
    expect(after.newToday).toBe(1)
    expect(after.reviewsToday).toBe(1)
    const scheduling = { seed: 'made-1.a', desiredRetention: 0.9, timeZone: 'Europe/Lisbon' }
    expect(after.cards[0]?.memory).toEqual(review(null, 3, at, scheduling))
    // Seeing again today what was new today is no review of the day.
    expect(afterDeeds(after, [graded('made-1.a', 3, 10)]).reviewsToday).toBe(1)
  })

  it('is as if it had not been done once it is taken back', () => {
    const before = session([studyCard('made-1.a'), due('made-2.a')])
    const [first, second] = [graded('made-1.a', 3), graded('made-2.a', 1, 1)]
    expect(afterDeeds(before, [first, second, undone(first.id), undone(second.id)])).toEqual(before)
    expect(afterDeeds(before, [first, second, undone(second.id)])).toEqual(afterDeeds(before, [first]))
  })

  it('sets cards aside, siblings with them if asked, and takes them up again', () => {
    const before = session([studyCard('made-1.a'), studyCard('made-1.b'), studyCard('made-2.a')])
    const buried = afterDeeds(before, [decided('made-1.a', { kind: 'buried', isBuried: true, scope: 'siblings' })])
    expect(buried.cards.map(({ isSetAside }) => isSetAside)).toEqual([true, true, false])
    expect(queueOfSession(buried, at).next?.id).toBe('made-2.a')
    const dugOut = decided('made-1.a', { kind: 'buried', isBuried: false, scope: 'siblings' })
    expect(afterDeeds(buried, [dugOut])).toEqual(before)
    const suspended = decided('made-1.a', { kind: 'suspended', isSuspended: true })
    expect(afterDeeds(before, [suspended]).cards.map(({ isSetAside }) => isSetAside)).toEqual([true, false, false])
  })

  it('never takes two cards on no fact for siblings', () => {
    const free = ['own:1', 'own:2'].map((one) => studyCard(one, { factId: null }))
    const after = afterDeeds(session(free), [decided('own:1', { kind: 'buried', isBuried: true, scope: 'siblings' })])
    expect(after.cards.map(({ isSetAside }) => isSetAside)).toEqual([true, false])
  })

  it('keeps marks and notes', () => {
    const after = afterDeeds(session([studyCard('made-1.a')]), [
      decided('made-1.a', { kind: 'marked', isMarked: true }),
      decided('made-1.a', { kind: 'noted', note: 'Mind the year.' }),
    ])
    expect(after.cards[0]).toMatchObject({ isMarked: true, note: 'Mind the year.' })
  })

  it('is known to the server alone where what was taken back is older than it, or a card is not in it', () => {
    const before = session([studyCard('made-1.a')])
    const grade = graded('made-1.a', 3)
    expect(goesBeyond(before, [grade, undone(grade.id)])).toBe(false)
    expect(goesBeyond(before, [undone('an earlier one')])).toBe(true)
    const takenUp = (cardId: string) => decided(cardId, { kind: 'suspended', isSuspended: false })
    expect(goesBeyond(before, [takenUp('made-1.a')])).toBe(false)
    expect(goesBeyond(before, [takenUp('made-9.a')])).toBe(true)
  })
})

describe('the queue of a session', () => {
  it('knows from the server when a card falls due that is not in it', () => {
    const elsewhere = inMinutes(300)
    expect(queueOfSession(session([], { nextDueAt: elsewhere }), at).nextDueAt).toEqual(elsewhere)
    const soon = studyCard('made-1.a', { memory: { ...review(null, 3, at), dueAt: inMinutes(50) } })
    expect(queueOfSession(session([soon], { nextDueAt: elsewhere }), at).nextDueAt).toEqual(inMinutes(50))
    expect(queueOfSession(session([soon], { nextDueAt: inMinutes(40) }), at).nextDueAt).toEqual(inMinutes(40))
  })

  it('says under each grade what that grade then does', () => {
    const before = session([due('made-1.a')])
    const [card] = before.cards as [StudyCard]
    const intervals = gradesOf(before, card, at).map(({ interval }) => interval)
    expect(new Set(intervals).size).toBe(4)
    const after = afterDeeds(before, [graded('made-1.a', 3)]).cards[0]?.memory
    expect(intervals[2]).toBe(formatInterval(at, after?.dueAt ?? at))
  })
})

describe('a session on the wire', () => {
  it('comes out as it went in', () => {
    const sent = session([due('made-1.a'), studyCard('made-2.a')], { nextDueAt: inMinutes(5) })
    expect(readSession(JSON.parse(JSON.stringify(sent)))).toEqual(sent)
    const bare = session([])
    expect(readSession(JSON.parse(JSON.stringify(bare)))).toEqual(bare)
  })
})
