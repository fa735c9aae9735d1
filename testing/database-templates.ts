import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { deploy } from '@/scripts/migration-engine.ts'
import { administer, dropWithCopies } from './postgresql.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database of each kind, to be copied: a file, and a URL or undefined where there is no server. */
    databaseTemplates: { sqlite: string; postgresql?: string }
  }
}

/** Vitest runs this once, before the database tests; what it returns, after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(tmpdir(), 'rapporteur-template-'))
  // Also when the tests are interrupted.
  process.once('exit', () => rmSync(dir, { recursive: true }))
  const sqlite = path.join(dir, 'template.db')
  await deploy(`file:${sqlite}`)

  const server = process.env.TEST_POSTGRES_URL
  if (!server) {
    console.warn(
      '\nNOT RUN: the tests on PostgreSQL, because TEST_POSTGRES_URL names no server. `npm test` starts one.\n',
    )
    project.provide('databaseTemplates', { sqlite })
    return async () => {}
  }

  const name = `rapporteur_template_${process.pid}`
  const url = new URL(server)
  url.pathname = name
  await administer(server, `CREATE DATABASE ${name}`)
  await deploy(url.href)
  project.provide('databaseTemplates', { sqlite, postgresql: url.href })
  return () => dropWithCopies(url.href)
}
