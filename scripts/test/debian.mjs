import { existsSync } from 'node:fs'
import { CommandFailed, run } from '../run.mjs'

/**
 * Installs one of Debian's packages where that is possible: on such a system, as root.
 *
 * @param {string} name
 * @returns {Promise<boolean>} whether it is there now
 */
export async function installFromDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing ${name} from Debian's packages…`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
    return true
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    console.error(error.output.trim().split('\n').slice(-3).join('\n'))
    return false
  }
}
