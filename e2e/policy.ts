import { expect, type Page, type Request, type Response } from '@playwright/test'

/** What the policy kept from happening on the pages that are opened from now on. */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      violations.push(`${violatedDirective}: ${blockedURI} (${sourceFile})`),
    )
  })
  return () => page.evaluate(() => (window as unknown as { violations: string[] }).violations)
}

/** Opens a page and expects that it comes with a policy, breaks none of it, and asks nobody else for anything. */
export async function openWithinPolicy(page: Page, path: string, baseURL: string | undefined): Promise<void> {
  const violations = await watchPolicy(page)
  const foreign: string[] = []
  const onRequest = (request: Request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(baseURL ?? '')) foreign.push(request.url())
  }
  page.on('request', onRequest)
  expectHeaders(await page.goto(path))
  await page.waitForLoadState('networkidle')
  page.off('request', onRequest)
  expect(await violations()).toEqual([])
  expect(foreign).toEqual([])
}

function expectHeaders(response: Response | null): void {
  const headers = response?.headers() ?? {}
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' '(sha256|nonce)-/)
  expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
}
