import { emptyOutbox, whileNothingIsSent } from './outbox.ts'
import { forgetLearner } from './send.ts'

/** Everything of ours in a browser is named so. */
const prefix = 'rapporteur'

/**
 * Does something after which nobody may find anything of whoever used this browser, and then removes it: what was not
 * sent, what pages have noted, and what was kept for use without network.
 */
export function forgetBrowserAfter(work: () => Promise<void>): Promise<void> {
  return whileNothingIsSent(async () => {
    await work()
    await emptyOutbox()
    forgetLearner()
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
    }
    // The outbox is open, and empty; other databases go when the last page that has them open is closed.
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith(prefix) && name !== 'rapporteur.outbox') indexedDB.deleteDatabase(name)
    }
    if ('caches' in window)
      for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name)
  })
}
