/** Serves the production build on a fresh, empty database, for the browser tests. The port is its only argument. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deploy, startServer } from '../testing/server.ts'
import { main } from './run.mjs'

const dir = mkdtempSync(path.join(tmpdir(), 'rapporteur-browser-'))

await main(
  async () => {
    const databaseUrl = `file:${path.join(dir, 'test.db')}`
    await deploy(databaseUrl)
    await startServer({ databaseUrl, port: Number(process.argv[2]) })
    await new Promise(() => {})
  },
  { cleanUp: () => rmSync(dir, { recursive: true }) },
)
