import { existsSync } from 'node:fs'
import path from 'node:path'
import { CommandFailed, runPackage } from '../run.mjs'
import { installFromDebian } from './debian.mjs'

/**
 * The Chromium that the browser tests drive: the one that CHROMIUM_PATH names, one on the PATH, Debian's
 * package, or else Playwright's own.
 *
 * @returns {Promise<{ path: string | undefined } | { missing: string }>} no path for Playwright's own
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    return existsSync(named) ? { path: named } : { missing: `CHROMIUM_PATH names ${named}, where there is none` }
  }
  const found = onPath() ?? ((await installFromDebian('chromium')) ? onPath() : undefined)
  if (found) return { path: found }
  try {
    await runPackage('@playwright/test/cli.js', ['install', 'chromium'])
    return { path: undefined }
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    return { missing: 'no Chromium on the PATH, none to be installed: install one, or name it in CHROMIUM_PATH' }
  }
}

function onPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file))
}
