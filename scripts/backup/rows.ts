import type { Database, Transaction } from '../../lib/database.ts'
import { type Row, tableOf } from '../../lib/table.ts'
import type { Model } from '../data-model.ts'

/** So many rows at a time are in memory. */
export const pageSize = 500

/** All rows of a table, by its key, a page at a time. */
export async function* rowsOf(tx: Database | Transaction, model: Model): AsyncGenerator<Row> {
  const table = tableOf(tx, model.name)
  const orderBy = model.key.map((column) => ({ [column]: 'asc' }))
  let page = await table.findMany({ where: {}, orderBy, take: pageSize })
  while (page.length > 0) {
    yield* page
    const last = page.at(-1) as Row
    page = []
    for (const where of after(model.key, last)) {
      if (page.length < pageSize) page.push(...(await table.findMany({ where, orderBy, take: pageSize - page.length })))
    }
  }
}

/**
 * Where the rows after this one are, in order: first those that share all of the key but its last column, then all but
 * the last two, and so on. Each is a plain stretch of the key's index, which a condition for all of them is not.
 */
function after(key: readonly string[], last: Row): object[] {
  return key
    .map((column, index) => {
      const shared = key.slice(0, index).map((name) => [name, last[name]])
      return { ...Object.fromEntries(shared), [column]: { gt: last[column] } }
    })
    .reverse()
}
