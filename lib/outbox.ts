import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { SendError, send } from './send.ts'

/**
 * What a learner did and the server has not kept yet. It lies in the browser's own database until the server says
 * that it has it, so that a closed tab, a lost network or a restarted server cost nothing. All tabs of a browser share
 * it; one at a time sends, oldest first. Everything in it carries an id of its own, so that sending twice keeps once.
 */

/** One thing on its way to the server. */
export interface OutboxEntry {
  /** The id under which the server keeps it. */
  id: string
  /** What belongs together, and is told together: an attempt, the checks of a lesson. */
  lane: string
  path: string
  body: object
  /** By this machine's clock, right or wrong: only the time it waits is ever told. */
  madeAtMs: number
  /** Why the server will not have it; nothing while it is on its way. */
  refusal: { code: string; message: string } | null
}

/** What happened to an entry of a lane. */
export type OutboxNews =
  | { kind: 'put'; entry: OutboxEntry }
  | { kind: 'sent'; entry: OutboxEntry; answer: unknown }
  | { kind: 'refused'; entry: OutboxEntry }
  /** It could not be sent now, and will be tried again by itself. */
  | { kind: 'waiting'; entry: OutboxEntry; message: string }

interface Stored extends OutboxEntry {
  /** Oldest first, over all tabs. */
  order?: number
}

interface Schema extends DBSchema {
  entries: { key: number; value: Stored; indexes: { id: string; lane: string } }
}

const name = 'rapporteur.outbox'
const journalPrefix = `${name}.`
const firstPauseMs = 1_000
const longestPauseMs = 20_000

let opened: Promise<IDBPDatabase<Schema>> | undefined

function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(name, 1, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'order', autoIncrement: true })
      entries.createIndex('id', 'id', { unique: true })
      entries.createIndex('lane', 'lane')
    },
  })
  return opened
}

const listeners = new Set<{ lane: string; hear: (news: OutboxNews) => void }>()
const otherTabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
otherTabs?.addEventListener('message', ({ data }: MessageEvent<OutboxNews>) => tellHere(data))

function tellHere(news: OutboxNews): void {
  for (const { lane, hear } of listeners) if (lane === news.entry.lane) hear(news)
}

function tell(news: OutboxNews): void {
  tellHere(news)
  otherTabs?.postMessage(news)
}

/** Hears what happens to the entries of a lane, in this tab and in others; returns how to stop. */
export function listen(lane: string, hear: (news: OutboxNews) => void): () => void {
  const listener = { lane, hear }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The entries of a lane that the server has not kept, oldest first. */
export async function waitingIn(lane: string): Promise<OutboxEntry[]> {
  const stored = await (await store()).getAllFromIndex('entries', 'lane', lane)
  const ids = new Set(stored.map(({ id }) => id))
  return [...stored, ...journaled().filter((entry) => entry.lane === lane && !ids.has(entry.id))]
}

let last: Promise<void> = Promise.resolve()

/**
 * Puts something in the outbox, after whatever was put there before; once this resolves, it survives closing the tab.
 * It is sent from there.
 */
export function post(given: Pick<OutboxEntry, 'id' | 'lane' | 'path' | 'body'>): Promise<void> {
  const entry: OutboxEntry = { ...given, madeAtMs: Date.now(), refusal: null }
  journal(entry)
  last = last.then(() => put(entry))
  return last
}

/**
 * The database answers a moment later, when a tab that is being closed may be gone. What is written here is there at
 * once, and taken over from here by the next page that opens.
 */
function journal(entry: OutboxEntry): void {
  try {
    localStorage.setItem(journalPrefix + entry.id, JSON.stringify(entry))
  } catch {
    // Full or switched off: the database alone has to do.
  }
}

/** Takes over what a tab wrote down just before it was closed. */
function putFromJournal(): void {
  for (const entry of journaled()) last = last.then(() => put(entry))
}

/** What has been written down and is not in the database yet, oldest first. */
function journaled(): OutboxEntry[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(journalPrefix))
    .flatMap((key): OutboxEntry[] => {
      const entry: OutboxEntry | null = JSON.parse(localStorage.getItem(key) ?? 'null')
      return entry === null ? [] : [entry]
    })
    .sort((a, b) => a.madeAtMs - b.madeAtMs)
}

async function put(entry: OutboxEntry): Promise<void> {
  try {
    const tx = (await store()).transaction('entries', 'readwrite')
    // Another tab may have taken it over from the journal.
    if ((await tx.store.index('id').getKey(entry.id)) === undefined) await tx.store.add(entry)
    await tx.done
    localStorage.removeItem(journalPrefix + entry.id)
  } catch {
    // Some browsers keep nothing, as in a window that leaves no trace: then this tab is all there is.
    tell({ kind: 'put', entry })
    void sendFromHere(entry)
    return
  }
  tell({ kind: 'put', entry })
  void sendWaiting()
}

async function sendFromHere(entry: OutboxEntry): Promise<void> {
  if (await sendOne(entry)) return
  setTimeout(() => void sendFromHere(entry), Math.max(notBeforeMs - performance.now(), longestPauseMs))
}

/** Gives up an entry that the server refused, once the learner has read why. */
export async function discard(id: string): Promise<void> {
  const db = await store()
  const key = await db.getKeyFromIndex('entries', 'id', id)
  if (key !== undefined) await db.delete('entries', key)
}

let sending: Promise<void> | undefined
let isWantedAgain = false
let pauseMs = firstPauseMs
/** Nothing is sent before: the server has asked to wait. By this page's own clock, which nobody sets. */
let notBeforeMs = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Sends what waits, oldest first, and tries again by itself as long as something does. */
export function sendWaiting(): Promise<void> {
  clearTimeout(timer)
  const leftMs = notBeforeMs - performance.now()
  if (leftMs > 0) {
    timer = setTimeout(() => void sendWaiting(), leftMs)
    return Promise.resolve()
  }
  if (sending !== undefined) {
    isWantedAgain = true
    return sending
  }
  sending = navigator.locks
    .request(name, sendAll)
    .catch(() => false)
    .then((isEmpty) => {
      sending = undefined
      if (isEmpty) pauseMs = firstPauseMs
      else {
        // Never two browsers in step.
        timer = setTimeout(() => void sendWaiting(), pauseMs * (0.75 + Math.random() / 2))
        pauseMs = Math.min(longestPauseMs, 2 * pauseMs)
      }
      if (isWantedAgain) {
        isWantedAgain = false
        void sendWaiting()
      }
    })
  return sending
}

/** Whether everything that waited has been sent or refused. */
async function sendAll(): Promise<boolean> {
  const db = await store()
  for (;;) {
    const entry = (await db.getAll('entries')).find(({ refusal }) => refusal === null)
    if (entry === undefined) return true
    if (!(await sendOne(entry))) return false
  }
}

/** Whether the entry has been sent or refused, and so needs no further try. */
async function sendOne(entry: Stored): Promise<boolean> {
  try {
    const answer = await send(entry.path, entry.body, { waitedMs: Math.max(0, Date.now() - entry.madeAtMs) })
    // Told before it is taken out: should the tab die in between, it is sent once more and kept once all the same.
    tell({ kind: 'sent', entry, answer })
    if (entry.order !== undefined) await (await store()).delete('entries', entry.order)
    pauseMs = firstPauseMs
    return true
  } catch (error) {
    if (!(error instanceof SendError)) throw error
    if (error.canRetry) {
      notBeforeMs = performance.now() + error.retryAfterMs
      tell({ kind: 'waiting', entry, message: error.message })
      return false
    }
    const refused = { ...entry, refusal: { code: error.code, message: error.message } }
    if (entry.order !== undefined) await (await store()).put('entries', refused)
    tell({ kind: 'refused', entry: refused })
    return true
  }
}

/**
 * Does something while nothing is being sent from any tab: asking the server how things stand, or changing who this
 * browser is, so that what is sent after it is sent for whoever it is then.
 */
export function whileNothingIsSent<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, work)
}

/** How many things the server has neither kept nor refused, once it has been tried again; in a browser that keeps any. */
export async function countUnsent(): Promise<number> {
  await sendWaiting()
  try {
    const entries = await (await store()).getAll('entries')
    return entries.filter(({ refusal }) => refusal === null).length
  } catch {
    // It keeps nothing, so nothing is left.
    return 0
  }
}

/** Forgets all that was not sent, for the next person at this browser. */
export async function emptyOutbox(): Promise<void> {
  await store()
    .then((db) => db.clear('entries'))
    .catch(() => {})
  for (const key of Object.keys(localStorage)) if (key.startsWith(journalPrefix)) localStorage.removeItem(key)
}

/** Begins to send what an earlier visit left, and goes on whenever the network may be back. Returns how to stop. */
export function keepSending(): () => void {
  const retry = () => {
    if (document.visibilityState === 'visible') void sendWaiting()
  }
  putFromJournal()
  retry()
  window.addEventListener('online', retry)
  document.addEventListener('visibilitychange', retry)
  return () => {
    window.removeEventListener('online', retry)
    document.removeEventListener('visibilitychange', retry)
  }
}
