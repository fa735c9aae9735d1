import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { makeCard } from '@/testing/factories.ts'
import { workOf } from '@/testing/work.ts'
import { hasReview, listMemories, listStandings } from './data.ts'
import { studyDay } from './day.ts'
import type { CardDecision, Deed } from './deed.ts'
import { indexFacts } from './fact-index.ts'
import { changeCards, rebuildMemories, recordReview, undoReview } from './mutations.ts'
import { type Rating, ratings, replay } from './schedule.ts'
import { afterDeeds, goesBeyond, type Session } from './session.ts'
import { usualSettings } from './settings.ts'
import { plainStanding } from './standing.ts'

const cards = ['made-1.a', 'made-1.b', 'made-2.a', 'made-3.a'].map((id) => makeCard(id))
const facts = indexFacts(cards, [])
const timeZone = 'Europe/Lisbon'
const start = new Date('2026-03-02T12:00:00Z')

/** What happens to two devices of one learner, in any order. */
type Happening = { device: 0 | 1 } & (
  | { kind: 'grade'; card: number; rating: Rating }
  | { kind: 'undo' }
  | { kind: 'mark' | 'suspend'; card: number; is: boolean }
  /** The oldest thing in the outbox is sent: it may be lost, or the answer to it. */
  | { kind: 'send'; isLost: boolean; isAnswerLost: boolean }
  | { kind: 'open' }
)

const device = fc.constantFrom<0 | 1>(0, 1)
const card = fc.nat({ max: cards.length - 1 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ device, kind: fc.constant('grade'), card, rating: fc.constantFrom(...ratings) }),
  },
  { weight: 1, arbitrary: fc.record({ device, kind: fc.constant('undo') }) },
  { weight: 1, arbitrary: fc.record({ device, kind: fc.constantFrom('mark', 'suspend'), card, is: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ device, kind: fc.constant('send'), isLost: fc.boolean(), isAnswerLost: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ device, kind: fc.constant('open') }) },
) as fc.Arbitrary<Happening>

/** A device as features/study/session-store.ts keeps it: a session, what was done since, and what is on its way. */
class Device {
  deeds: Deed[] = []
  outbox: Deed[] = []
  constructor(public session: Session) {}

  get shown(): Session {
    return afterDeeds(this.session, this.deeds)
  }

  act(deed: Deed): void {
    this.deeds.push(deed)
    this.outbox.push(deed)
  }
}

describeOnBothDatabases('a learner with two devices', (open) => {
  let db: Database
  let learnerId: string
  beforeEach(async () => {
    db = open()
  })

  async function newLearner(): Promise<void> {
    learnerId = randomUUID()
    await createLearner(db, { id: learnerId, timeZone }, start)
  }

  /** What the server hands out, here of all cards. */
  async function handOut(at: Date, unsure: Deed | undefined): Promise<Session> {
    const { startsAt: dayStartsAt, endsAt: dayEndsAt } = studyDay(at, timeZone)
    const [memories, standings] = [
      await listMemories(db, workOf(learnerId)),
      await listStandings(db, workOf(learnerId)),
    ]
    return {
      deck: 'all',
      at,
      timeZone,
      dayStartsAt,
      dayEndsAt,
      dueBefore: dayEndsAt,
      settings: usualSettings,
      parameters: null,
      limits: { newCards: 20, reviews: 200 },
      newToday: 0,
      reviewsToday: 0,
      takenFacts: [],
      cards: cards.map(({ id, kind, front, back, fact, factId }) => {
        const { isMarked, note, isSuspended } = standings.get(id) ?? plainStanding
        const memory = memories.get(id) ?? null
        const shown = { id, kind, front, back, fact, factId, citations: [], siblings: [], lesson: null }
        return { ...shown, memory, isMarked, note, isSetAside: isSuspended }
      }),
      nextDueAt: null,
      isEmptyDeck: false,
      returning: null,
      setAside: 0,
      isUnsureKept: unsure !== undefined && (await hasReview(db, workOf(learnerId), unsure.id)),
    }
  }

  /** What the server does with a deed, whenever it comes. */
  async function keep(deed: Deed): Promise<void> {
    switch (deed.kind) {
      case 'graded': {
        const of = cards.find(({ id }) => id === deed.cardId) ?? makeCard(deed.cardId)
        const { id: reviewId, rating, durationMs } = deed
        const given = {
          reviewId,
          work: workOf(learnerId),
          card: of,
          rating,
          durationMs,
          desiredRetention: 0.9,
          timeZone,
          parameterFitId: null,
        }
        expect(await recordReview(db, given, facts, deed.at)).not.toHaveProperty('refused')
        break
      }
      case 'undone': {
        const undone = await undoReview(db, { reviewId: deed.reviewId, work: workOf(learnerId) }, facts, deed.at)
        expect(undone).not.toHaveProperty('refused')
        break
      }
      case 'decided': {
        const { change } = deed
        await changeCards(
          db,
          workOf(learnerId),
          [deed.cardId],
          change.kind === 'buried' ? { kind: 'buried', until: null } : change,
          deed.at,
        )
      }
    }
  }

  async function openAnew(one: Device, at: Date): Promise<void> {
    one.session = await handOut(at, one.outbox[0])
    one.deeds = one.outbox.slice(one.session.isUnsureKept ? 1 : 0)
  }

  async function play(one: Device, what: Happening, at: Date): Promise<void> {
    const id = randomUUID()
    const cardId = 'card' in what ? (cards[what.card]?.id ?? '') : ''
    const decide = (change: CardDecision) => one.act({ kind: 'decided', id, cardId, change, at })
    switch (what.kind) {
      case 'grade':
        return one.act({ kind: 'graded', id, cardId, rating: what.rating, durationMs: 1000, at })
      case 'undo': {
        const undone = new Set(one.deeds.flatMap((deed) => (deed.kind === 'undone' ? [deed.reviewId] : [])))
        const last = one.deeds.findLast((deed) => deed.kind === 'graded' && !undone.has(deed.id))
        return last && one.act({ kind: 'undone', id, reviewId: last.id, at })
      }
      case 'mark':
        return decide({ kind: 'marked', isMarked: what.is })
      case 'suspend':
        return decide({ kind: 'suspended', isSuspended: what.is })
      case 'send': {
        const first = one.outbox[0]
        if (first === undefined || what.isLost) return
        await keep(first)
        if (!what.isAnswerLost) one.outbox.shift()
        return
      }
      case 'open':
        return openAnew(one, at)
    }
  }

  async function sendAll(one: Device): Promise<void> {
    for (const deed of one.outbox.splice(0)) await keep(deed)
  }

  it('has the same on both once all is sent, whatever was lost on the way and whatever came first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40, size: 'max' }), async (happenings) => {
        await newLearner()
        const devices = [new Device(await handOut(start, undefined)), new Device(await handOut(start, undefined))]
        const given: Deed[] = []
        let at = start
        for (const [index, what] of happenings.entries()) {
          at = new Date(start.getTime() + (index + 1) * 7 * 3_600_000)
          const one = devices[what.device] as Device
          const before = one.outbox.length
          await play(one, what, at)
          given.push(...one.outbox.slice(what.kind === 'send' ? one.outbox.length : before))
        }
        for (const one of devices) await sendAll(one)
        for (const one of devices) await openAnew(one, at)
        expect(devices[0]?.shown).toEqual(devices[1]?.shown)

        // Every grade counts once, in the order in which the grades were given.
        const undone = new Set(given.flatMap((deed) => (deed.kind === 'undone' ? [deed.reviewId] : [])))
        for (const { id, memory } of devices[0]?.shown.cards ?? []) {
          const log = given.flatMap((deed) =>
            deed.kind === 'graded' && deed.cardId === id && !undone.has(deed.id)
              ? [{ rating: deed.rating, reviewedAt: deed.at, timeZone }]
              : [],
          )
          expect(memory).toEqual(replay(log, [], { seed: id }))
        }
        expect(await rebuildMemories(db, workOf(learnerId), facts, false)).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('shows on one device, before anything is sent, what the server then has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 25, size: 'max' }), async (happenings) => {
        await newLearner()
        const one = new Device(await handOut(start, undefined))
        let at = start
        for (const [index, what] of happenings.entries()) {
          at = new Date(start.getTime() + (index + 1) * 11 * 3_600_000)
          await play(one, what, at)
        }
        fc.pre(!goesBeyond(one.session, one.deeds))
        const shown = one.shown.cards
        await sendAll(one)
        expect((await handOut(at, undefined)).cards).toEqual(shown)
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})
