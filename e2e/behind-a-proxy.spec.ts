import { deploy } from '@/scripts/migration-engine.ts'
import { startServer } from '@/testing/server.ts'
import { databases } from './databases.ts'
import { expect, test } from './fixtures.ts'

/** What a proxy adds that speaks TLS for learn.school.example. */
const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'learn.school.example' }

for (const trust of ['on', 'off'] as const) {
  test(`what a proxy says of a request is believed or not, as TRUST_PROXY is ${trust}`, async ({ playwright }) => {
    const database = await databases[0]?.make()
    if (database === undefined) throw new Error('There is always SQLite.')
    await deploy(database.url)
    const server = await startServer({ databaseUrl: database.url, variables: { TRUST_PROXY: trust } })
    try {
      const request = await playwright.request.newContext({ baseURL: server.url })
      const becoming = (headers: Record<string, string>) =>
        request.post('/api/learner', { data: { timeZone: 'UTC' }, headers })
      const secured = await becoming(forwarded)
      expect(secured.headers()['set-cookie']?.includes('Secure')).toBe(trust === 'on')
      const fromSite = await becoming({ ...forwarded, origin: 'https://learn.school.example' })
      expect(fromSite.status()).toBe(trust === 'on' ? 200 : 403)
      expect((await becoming({ ...forwarded, origin: 'https://elsewhere.example' })).status()).toBe(403)
      const page = await request.get('/', { headers: forwarded })
      expect(page.headers()['strict-transport-security']).toBe(trust === 'on' ? 'max-age=31536000' : undefined)
      const plain = await request.get('/', { headers: { ...forwarded, 'x-forwarded-proto': 'http' } })
      expect(plain.headers()['strict-transport-security']).toBeUndefined()
      await request.dispose()
    } finally {
      await server.stop()
      await database.remove()
    }
  })
}
