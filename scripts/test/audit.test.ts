import { expect, it } from 'vitest'
import { readAudit } from './audit.mjs'

const hole = (name: string, severity: string, fixAvailable: boolean | object = true) => ({
  [name]: { name, severity, fixAvailable, via: [], effects: [], range: '<2', nodes: [] },
})

it('names holes that are high or critical, with the way out', () => {
  const vulnerabilities = {
    ...hole('minor', 'moderate'),
    ...hole('open', 'critical', false),
    ...hole('old', 'high', { name: 'parent', version: '3.0.0', isSemVerMajor: true }),
  }
  expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities }))).toEqual({
    holes: ['open: critical; no fix is out yet', 'old: high; npm audit fix, or npm install parent@3.0.0'],
  })
  expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }))).toEqual({ holes: [] })
})

it('says that nobody knows where the registry does not answer', () => {
  const refused = { message: '405 Method Not Allowed - POST https://registry.example/bulk', statusCode: 405, error: {} }
  expect(readAudit(JSON.stringify(refused))).toEqual({
    missing: 'the npm registry does not tell (405 Method Not Allowed)',
  })
  expect(readAudit('')).toEqual({ missing: 'the npm registry does not tell (it did not answer)' })
})
