import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { action, reading, refuse } from './action.ts'
import { StorageFault } from './errors.ts'

const schema = z.strictObject({ name: z.string(), age: z.number().int() })

function post(body: string, headers: Record<string, string> = {}) {
  return new Request('http://localhost:3000/api/made', {
    method: 'POST',
    body,
    headers: { host: 'localhost:3000', ...headers },
  })
}

async function errorOf(response: Response) {
  return { status: response.status, ...((await response.json()) as { error: object }).error }
}

describe('action', () => {
  afterEach(() => vi.restoreAllMocks())
  const greet = action(schema, async ({ name }) => ({ greeting: `Hello, ${name}` }))

  it('passes a sound body on and answers with the result, never to be cached', async () => {
    const response = await greet(post('{"name":"Ada","age":36}'))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ greeting: 'Hello, Ada' })
  })

  it('answers a malformed body with 400 and the name of each wrong field', async () => {
    expect(await errorOf(await greet(post('{"name":"Ada","age":1.5}')))).toMatchObject({
      status: 400,
      code: 'malformed',
      message: expect.stringMatching(/^age: /),
      fields: [{ field: 'age' }],
    })
    expect(await errorOf(await greet(post('{"name":')))).toMatchObject({ status: 400, message: 'body: expected JSON' })
    expect(await errorOf(await greet(post(`"${'x'.repeat(70_000)}"`)))).toMatchObject({ status: 400 })
  })

  it('does not take a body for a refusal because it looks like one', async () => {
    expect(await errorOf(await greet(post('{"refused":{"status":401}}')))).toMatchObject({
      status: 400,
      code: 'malformed',
    })
  })

  it('turns away what another site sends', async () => {
    expect((await greet(post('{"name":"Ada","age":36}', { origin: 'https://elsewhere.example' }))).status).toBe(403)
    expect((await greet(post('{"name":"Ada","age":36}', { origin: 'http://localhost:3000' }))).status).toBe(200)
    expect((await greet(post('{"name":"Ada","age":36}', { origin: 'null' }))).status).toBe(403)
  })

  it('answers a refusal with its status and words', async () => {
    const refusing = action(schema, async () => refuse(409, 'taken', 'That name is taken.'))
    expect(await errorOf(await refusing(post('{"name":"Ada","age":36}')))).toEqual({
      status: 409,
      code: 'taken',
      message: 'That name is taken.',
    })
  })

  it('answers a fault of the database with 503 and what to do, and any other with 500 and no detail', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const full = action(schema, async () => Promise.reject(new StorageFault('full')))
    const response = await full(post('{"name":"Ada","age":36}'))
    expect(response.headers.get('retry-after')).toBe('2')
    expect(await errorOf(response)).toMatchObject({
      status: 503,
      code: 'storage',
      message: expect.stringContaining('disk'),
    })

    const broken = action(schema, async () => Promise.reject(new Error('secret detail')))
    const fault = await errorOf(await broken(post('{"name":"Ada","age":36}')))
    expect(fault.status).toBe(500)
    expect(JSON.stringify(fault)).not.toContain('secret detail')
  })
})

describe('reading', () => {
  it('answers a refusal with its status', async () => {
    const read = reading(async () => refuse(404, 'unknown', 'There is nothing here.'))
    expect((await read(new Request('http://localhost/'), {})).status).toBe(404)
  })
})
