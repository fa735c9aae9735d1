/** Serves the production build on a fresh, empty database, for the browser tests. */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sqliteFile } from '../lib/database-url.ts'
import { startServer } from '../testing/server.ts'
import { sharedSite } from '../testing/site.ts'
import { main, runScript } from './run.mjs'

const { url, databaseUrl, secret } = sharedSite
const folder = path.dirname(sqliteFile(databaseUrl))

await main(
  async () => {
    mkdirSync(folder)
    await runScript('scripts/db-deploy.ts', { env: { ...process.env, DATABASE_URL: databaseUrl } })
    await startServer({ databaseUrl, secret, port: Number(new URL(url).port) })
    await new Promise(() => {})
  },
  { cleanUp: () => rmSync(folder, { recursive: true, force: true }) },
)
