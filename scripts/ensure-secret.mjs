import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Fault, projectRoot } from './run.mjs'

/**
 * Makes data/ and, unless AUTH_SECRET is set, the secret in it that signs sessions.
 *
 * @throws {Fault} when data/ can't be written to
 */
export function ensureSecret() {
  const dataDir = path.join(projectRoot, 'data')
  const secretFile = path.join(dataDir, 'secret')
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    if (process.env.AUTH_SECRET || existsSync(secretFile)) return
    writeFileSync(secretFile, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const reason = /** @type {NodeJS.ErrnoException} */ (error).code
    throw new Fault(
      `The folder ${dataDir} must be writable to keep the database and a secret, but writing failed (${reason}): change its owner or permissions, then run this again.`,
    )
  }
}
