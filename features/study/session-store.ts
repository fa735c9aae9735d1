import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { studyDatabase } from '@/lib/kept-data.ts'
import { post, waitingIn, whileNothingIsSent } from '@/lib/outbox.ts'
import { isKnown, receiveOnce } from '@/lib/send.ts'
import type { DeckName } from './deck.ts'
import { type Deed, requestOf } from './deed.ts'
import { type OnWire, readSession, type Session } from './session.ts'

/**
 * The sessions that a browser was handed out, and what was done in them since, kept so that they go on without a network.
 * What was done is sent through the outbox; here it stays until every session has come back from the server with it.
 */

/** What the deeds of sessions are sent under. */
export const studyLane = 'study'

/** A session as it was handed out, with what was done since. */
export interface OpenSession {
  session: Session
  deeds: Deed[]
  /** Every deed that was done before the server was asked: any other is newer than the session. */
  askedAfter: ReadonlySet<string>
  /** What to add to this machine's clock to have the server's. */
  clockOffsetMs: number
  /** Whether the server could not be asked, so that it is as this browser knew it last. */
  isFromStore: boolean
}

interface KeptSession {
  deck: DeckName
  session: Session
  /** The deeds up to this one are in it. */
  throughOrder: number
  clockOffsetMs: number
  keptAtMs: number
}

interface KeptDeed {
  /** Rises with every deed of this browser. */
  order: number
  deed: Deed
}

interface Schema extends DBSchema {
  sessions: { key: DeckName; value: KeptSession }
  deeds: { key: number; value: Omit<KeptDeed, 'order'> & { order?: number } }
}

/** Older sessions than this are of no use to anybody. */
const longestKeptMs = 3 * 24 * 60 * 60 * 1000

let opened: Promise<IDBPDatabase<Schema>> | undefined

function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(studyDatabase, 1, {
    upgrade(db) {
      db.createObjectStore('sessions', { keyPath: 'deck' })
      db.createObjectStore('deeds', { keyPath: 'order', autoIncrement: true })
    },
  })
  return opened
}

/**
 * The session with a deck as the server has it, with what it does not know yet; or as it was kept here, where the server
 * does not answer.
 *
 * @throws SendError where the server does not answer and nothing is kept
 */
export async function openSession(deck: DeckName): Promise<OpenSession> {
  try {
    return await fetchSession(deck)
  } catch (error) {
    const kept = await keptSession(deck).catch(() => null)
    if (kept === null) throw error
    return kept
  }
}

/** Sees to it that the session with a deck is kept here, for when there is no network; a stranger has none to keep. */
export async function keepReady(deck: DeckName, freshMs: number): Promise<void> {
  if (!isKnown()) return
  const kept = await (await store()).get('sessions', deck)
  if (kept === undefined || Date.now() - kept.keptAtMs > freshMs) await fetchSession(deck)
}

/** Asks while nothing is on its way, so that each deed is either in the answer or still waiting here. */
function fetchSession(deck: DeckName): Promise<OpenSession> {
  return whileNothingIsSent(async () => {
    const done = await keptDeeds().catch(() => [])
    const waiting = await waitingIn(studyLane).catch(() => [])
    const onTheWay = waiting.filter(({ refusal }) => refusal === null)
    // Of the first the answer may have been lost; those after it were never sent.
    const query = new URLSearchParams({ deck, ...(onTheWay[0] === undefined ? {} : { unsure: onTheWay[0].id }) })
    const session = readSession(await receiveOnce<OnWire<Session>>(`/api/queue?${query}`))
    const clockOffsetMs = session.at.getTime() - Date.now()
    const unknown = new Set(onTheWay.slice(session.isUnsureKept ? 1 : 0).map(({ id }) => id))
    const firstUnknown = done.find(({ deed }) => unknown.has(deed.id))
    const throughOrder = firstUnknown === undefined ? (done.at(-1)?.order ?? 0) : firstUnknown.order - 1
    await keep({ deck, session, throughOrder, clockOffsetMs, keptAtMs: Date.now() }).catch(() => {})
    return {
      session,
      deeds: done.flatMap(({ order, deed }) => (order > throughOrder ? [deed] : [])),
      askedAfter: new Set(done.map(({ deed }) => deed.id)),
      clockOffsetMs,
      isFromStore: false,
    }
  })
}

async function keptDeeds(after = 0): Promise<KeptDeed[]> {
  const deeds = await (await store()).getAll('deeds', IDBKeyRange.lowerBound(after, true))
  return deeds.flatMap(({ order, deed }) => (order === undefined ? [] : [{ order, deed }]))
}

/** Keeps a session, and forgets what no session needs any more. */
async function keep(given: KeptSession): Promise<void> {
  const tx = (await store()).transaction(['sessions', 'deeds'], 'readwrite')
  await tx.objectStore('sessions').put(given)
  const sessions = await tx.objectStore('sessions').getAll()
  const old = sessions.filter(({ keptAtMs }) => keptAtMs < given.keptAtMs - longestKeptMs)
  const inAll = Math.min(...sessions.filter((one) => !old.includes(one)).map(({ throughOrder }) => throughOrder))
  await Promise.all([
    ...old.map(({ deck }) => tx.objectStore('sessions').delete(deck)),
    tx.objectStore('deeds').delete(IDBKeyRange.upperBound(inAll)),
  ])
  await tx.done
}

/** The session as it was kept last, with what was done since; nothing if none is kept. */
async function keptSession(deck: DeckName): Promise<OpenSession | null> {
  const kept = await (await store()).get('sessions', deck)
  if (kept === undefined || kept.keptAtMs < Date.now() - longestKeptMs) return null
  const { session, clockOffsetMs } = kept
  const deeds = await deedsAfter(kept.throughOrder)
  return { session, deeds, askedAfter: new Set(deeds.map(({ id }) => id)), clockOffsetMs, isFromStore: true }
}

/** What was done, in this tab and in others, that the session kept for a deck does not know. */
export async function deedsSince(deck: DeckName): Promise<Deed[]> {
  const kept = await (await store()).get('sessions', deck)
  return kept === undefined ? [] : deedsAfter(kept.throughOrder)
}

async function deedsAfter(order: number): Promise<Deed[]> {
  const refused = new Set((await waitingIn(studyLane)).flatMap(({ id, refusal }) => (refusal === null ? [] : [id])))
  return (await keptDeeds(order)).flatMap(({ deed }) => (refused.has(deed.id) ? [] : [deed]))
}

/** Keeps a deed here and sends it. */
export async function keepDeed(deed: Deed): Promise<void> {
  // The outbox first: it has written the deed down before this line is done, and what is not in it counts as sent.
  const posted = post({ id: deed.id, lane: studyLane, ...requestOf(deed) })
  await store()
    .then((db) => db.add('deeds', { deed }))
    // Some browsers keep nothing: then this tab is all there is.
    .catch(() => {})
  await posted
}
