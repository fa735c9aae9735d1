import { openDB } from 'idb'

/** Where sessions with cards are kept for when there is no network (features/study/session-store.ts). */
export const studyDatabase = 'rapporteur.study'

/** Forgets what of a person is kept in this browser, apart from the outbox, for the next person at it. */
export async function forgetKeptData(): Promise<void> {
  try {
    const databases = await indexedDB.databases()
    if (!databases.some(({ name }) => name === studyDatabase)) return
    const db = await openDB(studyDatabase)
    await Promise.all([...db.objectStoreNames].map((store) => db.clear(store)))
    db.close()
  } catch {
    // It keeps nothing.
  }
}
