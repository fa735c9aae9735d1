import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './run.mjs'

const next = path.join(projectRoot, '.next')

/**
 * Bundles the service worker into .next, with the list of what it fetches at once: the page that stands in for pages that
 * were not kept, and all the parts of that and of the page with the day's cards. The production build must be there.
 */
export async function buildWorker() {
  // Loaded only here: whoever imports this file may be about to install it.
  const { build } = await import('esbuild')
  const pages = ['review', 'offline'].map((name) => readFileSync(path.join(next, `server/app/${name}.html`), 'utf8'))
  const revision = createHash('sha256').update(pages.join('')).digest('hex').slice(0, 16)
  const precache = [
    { url: '/offline', revision },
    ...[...new Set(pages.flatMap(partsOf))].sort().map((url) => ({ url, revision: null })),
  ]
  await build({
    entryPoints: [path.join(projectRoot, 'app/sw.js/worker.ts')],
    outfile: path.join(next, 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'self.PRECACHE': JSON.stringify(precache), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
}

/**
 * The scripts and styles that a page names, and the Latin fonts that its styles do: those of other scripts are fetched
 * where somebody's name needs them.
 *
 * @param {string} html
 */
function partsOf(html) {
  const named = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"?]+)/g)].map(([, url]) => String(url))
  const styles = named.filter((url) => url.endsWith('.css'))
  const fonts = styles.flatMap((url) =>
    [
      ...readFileSync(path.join(next, url.replace('/_next/', '')), 'utf8').matchAll(
        /[\w-]+-latin-wght-normal[\w.-]+\.woff2/g,
      ),
    ].map(([name]) => `/_next/static/media/${name}`),
  )
  return [...named, ...fonts].filter((url) => existsSync(path.join(next, url.replace('/_next/', ''))))
}
