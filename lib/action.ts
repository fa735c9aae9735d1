import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { StorageFault } from './errors.ts'

/** A write that the domain declines, with the reason in words for the learner. */
export interface Refusal {
  refused: { status: 400 | 401 | 403 | 404 | 409 | 422; code: string; message: string }
}

/** Declines a request. `code` is for programs, `message` for people. */
export function refuse(status: Refusal['refused']['status'], code: string, message: string): Refusal {
  return { refused: { status, code, message } }
}

/** Bodies are small here; anything larger is a mistake or an attack. */
const largestBodyBytes = 64 * 1024

/**
 * Makes a route handler of a write: reads the body, checks it against the schema, answers a refusal
 * with its status, and turns faults of the database into a 503 that says nothing was stored.
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
      const body = await readBody(request)
      if (!body.ok) return failure(400, 'malformed', body.problem)
      const parsed = schema.safeParse(body.json)
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
        const [first] = fields
        return failure(400, 'malformed', `${first?.field}: ${first?.message}`, { fields })
      }
      const result = await work(parsed.data, request)
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

/** Browsers name the page's origin with every write; another site's is turned away. */
function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}

async function readBody(request: Request): Promise<{ ok: true; json: unknown } | { ok: false; problem: string }> {
  const text = await request.text()
  if (text.length > largestBodyBytes) return { ok: false, problem: `body: expected at most ${largestBodyBytes} bytes` }
  try {
    return { ok: true, json: JSON.parse(text) }
  } catch {
    return { ok: false, problem: 'body: expected JSON' }
  }
}

function refusalResponse({ refused: { status, code, message } }: Refusal): Response {
  return failure(status, code, message)
}

function failure(status: number, code: string, message: string, more: object = {}, headers: object = {}): Response {
  return Response.json({ error: { code, message, ...more } }, { status, headers: { ...noStore.headers, ...headers } })
}
