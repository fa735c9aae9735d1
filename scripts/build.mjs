import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
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
  'mdx-components.tsx',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
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
  writeFileSync(stampFile, from)
  return output
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
