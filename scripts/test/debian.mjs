import { existsSync } from 'node:fs'
import { CommandFailed, run } from '../run.mjs'

/**
 * Installs some of Debian's packages where that is possible: on such a system, as root.
 *
 * @param {string[]} names
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installFromDebian(...names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing ${names.join(', ')} from Debian's packages…`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env })
    return true
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    console.error(error.output.trim().split('\n').slice(-3).join('\n'))
    return false
  }
}
