import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { StorageFault } from './errors.ts'
import { askedHost } from './proxy.ts'

/** A write that the domain declines, with the reason in words for the learner. */
export interface Refusal {
  refused: {
    status: 400 | 401 | 403 | 404 | 409 | 422 | 429
    code: string
    message: string
    /** The field of a form that the message belongs to; nothing where it is about the whole. */
    field?: string
    /** How long to wait before it is tried again; nothing where waiting does not help. */
    retryAfterSeconds?: number
  }
}

/** Declines a request. `code` is for programs, `message` for people. */
export function refuse(status: Refusal['refused']['status'], code: string, message: string): Refusal {
  return { refused: { status, code, message } }
}

/** Declines a form for one of its fields. */
export function refuseField(field: string, code: string, message: string): Refusal {
  return { refused: { status: 422, code, message, field } }
}

/** Declines a request for now. */
export function refuseForNow(code: string, message: string, retryAfterSeconds: number): Refusal {
  return { refused: { status: 429, code, message, retryAfterSeconds } }
}

/** Longer than this no browser keeps a thing before it is sent. */
const longestWaitMs = 30 * 24 * 60 * 60 * 1000

/** How long something waited at the browser before it was sent: it says so itself, and may be wrong. */
export function waitedMs(request: Request): number {
  const waited = Number(request.headers.get('rapporteur-waited-ms') ?? 0)
  return Number.isFinite(waited) ? Math.min(Math.max(0, waited), longestWaitMs) : 0
}

/** Bodies are small here; anything larger is a mistake or an attack. */
const largestBodyBytes = 64 * 1024

/**
 * Makes a route handler of a write: reads the body, checks it against the schema, answers a refusal
 * with its status, and turns faults of the database into a 503 that says nothing was stored. A result that is a
 * response, such as a file, is sent as it is.
 *
 * Errors have the form `{ error: { code, message, fields? } }`.
 */
export function action<Schema extends z.ZodType, Result extends object>(
  schema: Schema,
  work: (input: z.infer<Schema>, request: Request) => Promise<Result | Refusal>,
): (request: Request) => Promise<Response> {
  return (request) =>
    answering(async () => {
      if (!isSameOrigin(request)) return failure(403, 'cross-origin', 'This request came from another site.')
      // The forms of other sites can't send this.
      if (!isJson(request)) return failure(415, 'not-json', 'content-type: expected application/json')
      const body = await readBody(request)
      if (!body.ok) return failure(400, 'malformed', body.problem)
      const parsed = schema.safeParse(body.json)
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
        const [first] = fields
        return failure(400, 'malformed', `${first?.field}: ${first?.message}`, { fields })
      }
      const result = await work(parsed.data, request)
      if (result instanceof Response) return result
      return 'refused' in result ? refusalResponse(result as Refusal) : Response.json(result, noStore)
    })
}

/** Makes a route handler of a read, with the same faults and refusals. */
export function reading<Context, Result extends object>(
  work: (request: Request, context: Context) => Promise<Result | Refusal>,
): (request: Request, context: Context) => Promise<Response> {
  return (request, context) =>
    answering(async () => {
      const result = await work(request, context)
      return 'refused' in result ? refusalResponse(result as Refusal) : Response.json(result, noStore)
    })
}

/** Makes a route handler that answers with something else than JSON, such as a file, with the same faults and refusals. */
export function responding(
  work: (request: Request) => Promise<Response | Refusal>,
): (request: Request) => Promise<Response> {
  return (request) =>
    answering(async () => {
      const result = await work(request)
      return result instanceof Response ? result : refusalResponse(result)
    })
}

/** Makes a route handler that asks a guard first, and goes on only if it does not refuse. */
export function guarded(
  guard: (request: Request) => Promise<Refusal | null>,
  handler: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return (request) =>
    answering(async () => {
      const refusal = await guard(request)
      return refusal === null ? handler(request) : refusalResponse(refusal)
    })
}

const noStore = { headers: { 'cache-control': 'no-store' } }

async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageFault) {
      console.error(`Storage fault (${error.kind}): ${error.message}`)
      return failure(503, 'storage', error.message, {}, { 'retry-after': '2' })
    }
    // Next redirects by throwing.
    unstable_rethrow(error)
    console.error(error)
    return failure(500, 'fault', 'Something went wrong on our side, and nothing was changed. Please try again.')
  }
}

/**
 * Browsers name the page's origin with every write, and say whether it is ours; another site's is turned away. What is
 * no browser says neither, and carries nobody's cookie unawares.
 */
function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  if (origin === null) return true
  return URL.canParse(origin) && new URL(origin).host === askedHost(request.headers)
}

function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
}

async function readBody(request: Request): Promise<{ ok: true; json: unknown } | { ok: false; problem: string }> {
  const text = await readText(request)
  if (text === null) return { ok: false, problem: `body: expected at most ${largestBodyBytes} bytes` }
  try {
    return { ok: true, json: JSON.parse(text) }
  } catch {
    return { ok: false, problem: 'body: expected JSON' }
  }
}

/** The text of a body; nothing of one that is too large, which is not read to its end, whatever it says of its length. */
async function readText({ body }: Request): Promise<string | null> {
  const reader = body?.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const chunk = (await reader?.read())?.value
    if (chunk === undefined) return new TextDecoder().decode(Buffer.concat(chunks))
    bytes += chunk.byteLength
    if (bytes > largestBodyBytes) {
      await reader?.cancel()
      return null
    }
    chunks.push(chunk)
  }
}

function refusalResponse({ refused: { status, code, message, field, retryAfterSeconds } }: Refusal): Response {
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  return failure(status, code, message, field === undefined ? {} : { fields: [{ field, message }] }, headers)
}

function failure(status: number, code: string, message: string, more: object = {}, headers: object = {}): Response {
  return Response.json({ error: { code, message, ...more } }, { status, headers: { ...noStore.headers, ...headers } })
}
