import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administer } from '@/testing/postgresql.ts'

/** A database of its own for one test, and how it goes again. */
export interface FreshDatabase {
  url: string
  remove: () => Promise<void>
}

/** Both kinds of database, each to be made afresh; the one that cannot be here is missing. */
export const databases: { name: string; missing: boolean; make: () => Promise<FreshDatabase> }[] = [
  {
    name: 'SQLite',
    missing: false,
    async make() {
      const folder = mkdtempSync(join(tmpdir(), 'rapporteur-fault-'))
      return { url: `file:${join(folder, 'test.db')}`, remove: async () => rmSync(folder, { recursive: true }) }
    },
  },
  {
    name: 'PostgreSQL',
    missing: process.env.TEST_POSTGRES_URL === undefined,
    async make() {
      const server = process.env.TEST_POSTGRES_URL ?? ''
      const name = `rapporteur_fault_${randomUUID().slice(0, 8)}`
      await administer(server, `CREATE DATABASE ${name}`)
      const url = new URL(server)
      url.pathname = name
      return { url: url.href, remove: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`) }
    },
  },
]
