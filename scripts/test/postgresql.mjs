import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CommandFailed, run, start } from '../run.mjs'
import { freePort } from '../server.mjs'
import { installFromDebian } from './debian.mjs'

/**
 * A PostgreSQL server for the tests: the one that TEST_POSTGRES_URL names, one that runs here and lets us
 * make databases, or else a cluster of our own that is thrown away at the end.
 *
 * @returns {Promise<{ url: string, remove: () => void } | { missing: string }>} to be removed when it no longer runs
 */
export async function ensurePostgresql() {
  const named = process.env.TEST_POSTGRES_URL
  if (named) return { url: named, remove: () => {} }
  const local = `postgresql://${process.env.PGUSER ?? userInfo().username}@localhost:5432/postgres`
  if (await mayCreateDatabases(local)) return { url: local, remove: () => {} }

  const programs = findPrograms() ?? ((await installFromDebian('postgresql')) ? findPrograms() : undefined)
  if (programs === undefined) {
    return { missing: 'no PostgreSQL server runs here and none can be started: name one in TEST_POSTGRES_URL' }
  }
  try {
    return await startCluster(programs)
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    return { missing: `PostgreSQL could not be started (${error.output.trim().split('\n').at(-1)})` }
  }
}

/** @param {string} url */
async function mayCreateDatabases(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    const { rows } = await client.query('SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user')
    return rows[0]?.rolcreatedb === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** The folder with initdb and postgres. */
function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...versions.map((v) => `${debian}/${v}/bin`)]
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')))
}

/** @param {string} programs */
async function startCluster(programs) {
  const dir = mkdtempSync(path.join(tmpdir(), 'rapporteur-postgresql-'))
  const remove = () => rmSync(dir, { recursive: true, force: true })
  try {
    // PostgreSQL refuses to run as root.
    const as = process.getuid?.() === 0 ? await unprivileged(dir) : {}
    const data = path.join(dir, 'data')
    const initial = ['-D', data, '-U', 'rapporteur', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    await run(path.join(programs, 'initdb'), initial, { cwd: dir, ...as })
    const port = await freePort()
    // What is killed in the tests is our server, never this one, so it need not wait for the disk.
    const settings = ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1']
    const server = start(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', dir, ...settings], {
      cwd: dir,
      stdio: 'ignore',
      ...as,
    })
    const url = `postgresql://rapporteur@127.0.0.1:${port}/postgres`
    for (const end = Date.now() + 30_000; !(await mayCreateDatabases(url)); await wait(200)) {
      if (Date.now() > end || server.exitCode !== null) throw new CommandFailed('postgres', 'it does not answer')
    }
    return { url, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/**
 * Somebody to run as, to whom the folder is given.
 *
 * @param {string} dir
 */
async function unprivileged(dir) {
  for (const name of ['postgres', 'nobody']) {
    try {
      const uid = Number(await run('id', ['-u', name]))
      const gid = Number(await run('id', ['-g', name]))
      chownSync(dir, uid, gid)
      return { uid, gid }
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error
    }
  }
  throw new CommandFailed('id', 'there is no unprivileged user to run it as')
}
