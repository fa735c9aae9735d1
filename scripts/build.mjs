import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildWorker } from './build-worker.mjs'
import { projectRoot, runPackage, runScript } from './run.mjs'

/** All that the build depends on. */
const inputs = [
  'app',
  'components',
  'content',
  'features',
  'lib',
  'prisma',
  'public',
  'scripts',
  'instrumentation.ts',
  'mdx-components.tsx',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]
const stampFile = path.join(projectRoot, '.next/built-from')

/** Whether the last build was made from the files as they are now. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()
}

/** Reads content/ and writes what the app imports of it. */
export async function buildContent() {
  await runScript('scripts/content-build.ts')
}

/** Makes the production build. Content and clients must have been made before. */
export async function build() {
  const from = stamp()
  const output = await runPackage('next/dist/bin/next', ['build'], { env: { NODE_ENV: 'production' } })
  await buildWorker()
  writeFileSync(path.join(projectRoot, '.next/inline-hashes.json'), JSON.stringify(inlineHashes()))
  writeFileSync(stampFile, from)
  return output
}

/** The hashes of all inline scripts and styles of each page that the build has made, for proxy.ts to allow them. */
function inlineHashes() {
  return Object.fromEntries(
    ['.next/server/pages', '.next/server/app'].flatMap((folder) =>
      readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.html'))
        .map((file) => {
          const html = readFileSync(path.join(projectRoot, folder, file), 'utf8')
          const page = `/${file.slice(0, -'.html'.length).split(path.sep).join('/')}`
          return [
            page === '/index' ? '/' : page,
            { scripts: hashesIn(html, 'script'), styles: hashesIn(html, 'style') },
          ]
        }),
    ),
  )
}

/**
 * @param {string} html
 * @param {'script' | 'style'} element
 */
function hashesIn(html, element) {
  const inline = html.matchAll(new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>(.*?)</${element}>`, 'gs'))
  const hashes = [...inline].map(([, text]) => createHash('sha256').update(text).digest('base64'))
  return [...new Set(hashes)].map((hash) => `sha256-${hash}`)
}

function stamp() {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap(filesIn)) {
    hash.update(file).update(readFileSync(path.join(projectRoot, file)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} input
 * @returns {string[]}
 */
function filesIn(input) {
  const absolute = path.join(projectRoot, input)
  if (!existsSync(absolute)) return []
  if (path.extname(input) !== '') return [input]
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)))
    .sort()
}
