/**
 * `npm test`, which needs nothing but Node.js and npm: gets what the tests need, runs everything, and ends in one line
 * that counts. What could not be got is named as not run.
 *
 * --fast  the part that needs no database server and no browser: npm run check
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build, buildContent } from './build.mjs'
import { checkNode, ensurePackages, NoCompiler } from './ensure-packages.mjs'
import { CommandFailed, main, projectRoot, runPackage, runScript } from './run.mjs'
import { freePort } from './server.mjs'
import { auditPackages } from './test/audit.mjs'
import { ensureChromium } from './test/chromium.mjs'
import { installFromDebian } from './test/debian.mjs'
import { ensurePostgresql } from './test/postgresql.mjs'

const isFast = process.argv.includes('--fast')
const reports = mkdtempSync(path.join(tmpdir(), 'rapporteur-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const notRun = []
/** @type {string[]} */
const unsteady = []
let removePostgresql = () => {}

await main(
  async () => {
    checkNode()
    process.chdir(projectRoot)
    process.env.NEXT_TELEMETRY_DISABLED = '1'
    await ensurePackagesAndCompiler()
    await runScript('scripts/generate-clients.ts')
    await runSteps()
    tellTotal()
  },
  {
    cleanUp() {
      removePostgresql()
      rmSync(reports, { recursive: true, force: true })
    },
    interrupted: 130,
  },
)

async function ensurePackagesAndCompiler() {
  try {
    await ensurePackages()
  } catch (error) {
    if (!(error instanceof NoCompiler) || !(await installFromDebian('python3', 'make', 'g++'))) throw error
    await ensurePackages()
  }
}

async function runSteps() {
  // Neither keeps two cores busy.
  const [, hasContent] = await Promise.all([
    step('Format and lint', () =>
      one(() => runPackage('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '--colors=off'])),
    ),
    step('Content', () => one(checkAndBuildContent, true)),
  ])
  if (!hasContent) {
    notRun.push('all that is built from the content, since the content does not pass')
    return
  }
  await step('Types', () => one(checkTypes))
  await checkPackages()
  if (isFast) await step('Unit tests', () => vitest(['--project', 'unit']))
  else await runTests()
}

async function checkAndBuildContent() {
  const report = await runScript('scripts/content-check.ts')
  await buildContent()
  return report
}

async function checkPackages() {
  const audit = await auditPackages()
  if ('missing' in audit) notRun.push(`known holes in packages: ${audit.missing}`)
  else await step('Known holes in packages', async () => tellHoles(audit.holes))
}

/** @param {string[]} holes */
function tellHoles(holes) {
  for (const hole of holes) console.log(`  ${hole}`)
  return { passed: holes.length === 0 ? 1 : 0, failed: holes.length === 0 ? 0 : 1, skipped: 0 }
}

async function checkTypes() {
  // Makes the types of the routes, which the build would otherwise make later.
  await runPackage('next/dist/bin/next', ['typegen'])
  return runPackage('typescript/bin/tsc', ['--noEmit'])
}

async function runTests() {
  const postgresql = await ensurePostgresql()
  if ('missing' in postgresql) notRun.push(`everything on PostgreSQL: ${postgresql.missing}`)
  else {
    removePostgresql = postgresql.remove
    process.env.TEST_POSTGRES_URL = postgresql.url
  }
  // A build has one core busy, mostly.
  const [, isBuilt] = await Promise.all([
    step('Unit and integration tests', () => vitest([])),
    step('Build', () => one(build)),
  ])
  const chromium = await ensureChromium()
  if (!isBuilt) notRun.push('browser tests: there is no build to run them on')
  else if ('missing' in chromium) notRun.push(`browser tests: ${chromium.missing}`)
  else await step('Browser tests', () => playwright(chromium.path))
}

function tellTotal() {
  console.log()
  for (const what of notRun) console.log(`NOT RUN: ${what}.`)
  for (const which of unsteady) console.log(`PASSED ONLY AT THE SECOND TRY, to be looked into: ${which}`)
  const { passed, failed, skipped } = total
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  if (failed > 0 || passed === 0) process.exitCode = 1
}

/**
 * Runs one step, told with its name and time, and returns whether all of it passed. Others may run beside it.
 *
 * @param {string} name
 * @param {() => Promise<typeof total>} work
 */
async function step(name, work) {
  const started = Date.now()
  console.log(`\n— ${name}`)
  const { passed, failed, skipped } = await work()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`  ${name}: ${failed === 0 ? 'ok' : `${failed} FAILED`} (${passed} passed, ${seconds} s)`)
  return failed === 0
}

/**
 * A step that passes or fails as a whole. What it says is told when it fails, or always if asked to.
 *
 * @param {() => Promise<string>} work
 */
async function one(work, isTelling = false) {
  try {
    const output = await work()
    if (isTelling) console.log(output.trim())
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    console.log(error.output.trim())
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** @param {string[]} args */
async function vitest(args) {
  const file = path.join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const broken = await outcome(() => runPackage('vitest/vitest.mjs', ['run', ...reporters, ...args]))
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  // A file that cannot even be loaded has no test that could fail.
  const failed = Math.max(report.numFailedTests, broken ? 1 : 0)
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests }
}

/** @param {string | undefined} executablePath */
async function playwright(executablePath) {
  const file = path.join(reports, 'playwright.json')
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    TEST_PORT: String(await freePort()),
    ...(executablePath !== undefined && { CHROMIUM_PATH: executablePath }),
  }
  const broken = await outcome(() => runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json'], { env }))
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'))
  for (const title of flakyIn(suites)) unsteady.push(title)
  return {
    passed: stats.expected + stats.flaky,
    failed: Math.max(stats.unexpected, broken ? 1 : 0),
    skipped: stats.skipped,
  }
}

/**
 * The tests that passed only when they were run again, with what went wrong the first time.
 *
 * @param {{ suites?: any[], specs?: { title: string, file: string, tests: FlakyTest[] }[] }[]} suites
 * @returns {string[]}
 * @typedef {{ status: string, results: { error?: { message?: string, location?: { line: number } } }[] }} FlakyTest
 */
function flakyIn(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap(({ file, title, tests }) => {
      const flaky = tests.find(({ status }) => status === 'flaky')
      const error = flaky?.results.find((result) => result.error !== undefined)?.error
      const message = stripVTControlCharacters(error?.message ?? 'no message')
        .replace(/\s+/g, ' ')
        .slice(0, 300)
      return flaky === undefined ? [] : [`${file}: ${title} (line ${error?.location?.line ?? '?'}: ${message})`]
    }),
    ...flakyIn(inner),
  ])
}

/**
 * Runs a test runner; tells what it said if it failed.
 *
 * @param {() => Promise<string>} work
 */
async function outcome(work) {
  try {
    await work()
    return false
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    console.log(error.output.trim())
    return true
  }
}
