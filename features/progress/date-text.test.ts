import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

describe.each(['America/Los_Angeles', 'Pacific/Auckland'])('on a server in %s', (elsewhere) => {
  beforeEach(() => {
    vi.stubEnv('TZ', elsewhere)
    vi.resetModules()
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('writes a date as it stands', async () => {
    const { longDateText, monthText, shortDateText } = await import('./date-text.ts')
    expect(shortDateText('2026-03-03')).toBe('3 Mar')
    expect(longDateText('2026-03-03')).toBe('Tuesday 3 March 2026')
    expect(monthText('2026-03-01')).toBe('Mar')
  })
})
