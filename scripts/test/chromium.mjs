import { existsSync } from 'node:fs'
import path from 'node:path'
import { CommandFailed, runPackage } from '../run.mjs'
import { installFromDebian } from './debian.mjs'

/** Debian's packages and what they and their likes are called; the first has no window, and takes a fifth less time. */
const kinds = [
  { debian: 'chromium-headless-shell', commands: ['chromium-headless-shell', 'chrome-headless-shell'] },
  { debian: 'chromium', commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'] },
]

/**
 * The Chromium that the browser tests drive: the one that CHROMIUM_PATH names, the leanest one on the PATH or among
 * Debian's packages, or else Playwright's own.
 *
 * @returns {Promise<{ path: string | undefined } | { missing: string }>} no path for Playwright's own
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    return existsSync(named) ? { path: named } : { missing: `CHROMIUM_PATH names ${named}, where there is none` }
  }
  for (const { debian, commands } of kinds) {
    const found = onPath(commands) ?? ((await installFromDebian(debian)) ? onPath(commands) : undefined)
    if (found) return { path: found }
  }
  try {
    await runPackage('@playwright/test/cli.js', ['install', 'chromium'])
    return { path: undefined }
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    return { missing: 'no Chromium on the PATH, none to be installed: install one, or name it in CHROMIUM_PATH' }
  }
}

/** @param {string[]} commands */
function onPath(commands) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.flatMap((folder) => commands.map((name) => path.join(folder, name))).find((file) => existsSync(file))
}
