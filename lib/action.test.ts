import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { action, guarded, reading, refuse, refuseField, refuseForNow } from './action.ts'
import { StorageFault } from './errors.ts'

const schema = z.strictObject({ name: z.string(), age: z.number().int() })

function post(body: string, headers: Record<string, string> = {}) {
  return new Request('http://localhost:3000/api/made', {
    method: 'POST',
    body,
    headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
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

  it('sends a file as it is', async () => {
    const file = new Response('bytes', { headers: { 'content-type': 'application/gzip' } })
    expect(await action(schema, async () => file)(post('{"name":"Ada","age":36}'))).toBe(file)
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

  it('does not read on in a body that is too large', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(1024).fill(32))
      },
    })
    const request = new Request('http://localhost:3000/api/made', {
      method: 'POST',
      body: endless,
      headers: { host: 'localhost:3000', 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit)
    expect(await errorOf(await greet(request))).toMatchObject({
      status: 400,
      message: 'body: expected at most 65536 bytes',
    })
    expect(sent).toBeLessThan(70)
  })

  it('reads a body whole that comes in parts, wherever they were cut', async () => {
    const bytes = new TextEncoder().encode('{"name":"Zoë 🕊","age":36}')
    const parts = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    const headers = { host: 'localhost:3000', 'content-type': 'application/json' }
    const init = { method: 'POST', body: parts, headers, duplex: 'half' } as RequestInit
    const response = await greet(new Request('http://localhost:3000/api/made', init))
    expect(await response.json()).toEqual({ greeting: 'Hello, Zoë 🕊' })
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

  it('turns away what the browser says is not from here, and what a form of another site could send', async () => {
    const status = async (headers: Record<string, string>) =>
      (await greet(post('{"name":"Ada","age":36}', headers))).status
    expect(await status({ 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await status({ 'content-type': 'application/json; charset=utf-8' })).toBe(200)
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
    ]) {
      expect(await status({ 'content-type': type })).toBe(415)
    }
  })

  it('answers a refusal with its status and words', async () => {
    const refusing = action(schema, async () => refuse(409, 'taken', 'That name is taken.'))
    expect(await errorOf(await refusing(post('{"name":"Ada","age":36}')))).toEqual({
      status: 409,
      code: 'taken',
      message: 'That name is taken.',
    })
  })

  it('answers what is wrong with one field with its name', async () => {
    const refusing = action(schema, async () => refuseField('name', 'taken', 'That name is taken.'))
    expect(await errorOf(await refusing(post('{"name":"Ada","age":36}')))).toMatchObject({
      status: 422,
      fields: [{ field: 'name', message: 'That name is taken.' }],
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

describe('guarded', () => {
  const greet = action(schema, async ({ name }) => ({ greeting: `Hello, ${name}` }))

  it('answers what its guard refuses for now with 429 and how long to wait, and lets the rest pass', async () => {
    const body = () => post('{"name":"Ada","age":36}')
    const waiting = await guarded(async () => refuseForNow('too-many', 'Wait a minute.', 60), greet)(body())
    expect(waiting.headers.get('retry-after')).toBe('60')
    expect(await errorOf(waiting)).toEqual({ status: 429, code: 'too-many', message: 'Wait a minute.' })
    expect((await guarded(async () => null, greet)(body())).status).toBe(200)
  })

  it('answers a fault of the database in its guard with 503', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const guard = async () => Promise.reject(new StorageFault('busy'))
    expect((await guarded(guard, greet)(post('{}'))).status).toBe(503)
    vi.restoreAllMocks()
  })
})
