import { npmCommand } from '../ensure-packages.mjs'
import { CommandFailed, run } from '../run.mjs'

/**
 * Asks the npm registry for known holes, high or critical, in the packages that the app runs on.
 *
 * @returns {Promise<{ holes: string[] } | { missing: string }>} what is to be done about each, or why nobody knows
 */
export async function auditPackages() {
  const [program, first] = npmCommand()
  const args = [...first, 'audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000']
  try {
    return readAudit(await run(program, args, { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch (error) {
    // It fails as well when there are holes.
    if (error instanceof CommandFailed) return readAudit(error.output)
    throw error
  }
}

/**
 * What `npm audit --json` has found.
 *
 * @param {string} output
 * @returns {{ holes: string[] } | { missing: string }}
 */
export function readAudit(output) {
  const report = parsed(output)
  if (report?.vulnerabilities === undefined) {
    const [reason = 'it did not answer'] = String(report?.message ?? 'it did not answer').split(' - ')
    return { missing: `the npm registry does not tell (${reason})` }
  }
  const holes = Object.values(report.vulnerabilities)
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, severity, fixAvailable }) => {
      const remedy = fixAvailable
        ? `npm audit fix, or npm install ${nameOf(fixAvailable) ?? name}`
        : 'no fix is out yet'
      return `${name}: ${severity}; ${remedy}`
    })
  return { holes }
}

/** @param {boolean | { name: string, version: string }} fix */
function nameOf(fix) {
  return typeof fix === 'object' ? `${fix.name}@${fix.version}` : undefined
}

/**
 * @param {string} output
 * @returns {{ message?: string, vulnerabilities?: Record<string, { name: string, severity: string, fixAvailable: boolean | { name: string, version: string } }> } | undefined}
 */
function parsed(output) {
  try {
    return JSON.parse(output)
  } catch {
    return undefined
  }
}
