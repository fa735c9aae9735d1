import ky, { HTTPError, type Options } from 'ky'

/**
 * Sends writes from the browser so that none is lost: what the server could not take is sent again with
 * the same id.
 */

/** A write that was not kept, with what to tell the learner. */
export class SendError extends Error {
  constructor(
    message: string,
    readonly code: string,
    /** Whether sending the same thing again may help. */
    readonly canRetry: boolean,
    /** What is wrong with which field of a form. */
    readonly fields: readonly { field: string; message: string }[] = [],
  ) {
    super(message)
    this.name = 'SendError'
  }

  /** How long the server asks to wait before it is sent again. */
  retryAfterMs = 0
}

const client = ky.create({
  timeout: 10_000,
  retry: {
    limit: 4,
    methods: ['get', 'post'],
    statusCodes: [408, 429, 500, 502, 503, 504],
    backoffLimit: 4_000,
    retryOnTimeout: true,
  },
})

/** How long something waited at the browser before it was sent, in milliseconds. */
export const waitedHeader = 'rapporteur-waited-ms'

/**
 * Posts JSON; resolves with the answer only once the server has kept it. The first write of a browser
 * makes it a learner before anything else, so that what it sends has somewhere to go.
 *
 * @param waitedMs given by whoever keeps what could not be sent and tries again: then it is tried once here
 * @throws SendError
 */
export async function send<Answer>(
  path: string,
  body: object,
  { waitedMs }: { waitedMs?: number } = {},
): Promise<Answer> {
  const options =
    waitedMs === undefined ? {} : { retry: { limit: 0 }, headers: { [waitedHeader]: String(Math.round(waitedMs)) } }
  if (!isKnown()) await becomeLearner()
  try {
    return await post<Answer>(path, body, options)
  } catch (error) {
    if (!(error instanceof SendError) || error.code !== 'no-learner') throw error
  }
  // The cookie has expired or was cleared.
  await becomeLearner()
  try {
    return await post<Answer>(path, body, options)
  } catch (error) {
    if (!(error instanceof SendError) || error.code !== 'no-learner') throw error
    throw new SendError(
      'Your browser refuses the cookie that keeps your progress. Allow cookies for this site and try again.',
      'no-cookie',
      true,
    )
  }
}

/** Marks in the browser that it is a learner already; whether it really is, the cookie tells the server. */
const knownKey = 'rapporteur.learner'

/** Whether this browser has become a learner, as far as it knows. */
export function isKnown(): boolean {
  return localStorage.getItem(knownKey) !== null
}

/** Forgets that this browser is a learner, when somebody has signed out of it. */
export function forgetLearner(): void {
  localStorage.removeItem(knownKey)
}

/** One tab at a time, so that two answers given at once do not make two learners; asking again makes no second one. */
function becomeLearner(): Promise<void> {
  return navigator.locks.request(knownKey, async () => {
    await post('/api/learner', { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
    localStorage.setItem(knownKey, 'yes')
  })
}

/**
 * Posts a form about an account, which makes nobody a learner and is tried once: whoever sent it is still there.
 *
 * @throws SendError
 */
export function submit<Answer>(path: string, body: object): Promise<Answer> {
  return post<Answer>(path, body, { retry: { limit: 0 } })
}

/**
 * Posts a form that is answered with a file, and returns that with its name. However long it takes to be made, it is
 * waited for.
 *
 * @throws SendError
 */
export function fetchFile(path: string, body: object): Promise<{ name: string; content: Blob }> {
  return asSendError(async () => {
    const response = await client.post(path, { json: body, retry: { limit: 0 }, timeout: false })
    const [, name = ''] = response.headers.get('content-disposition')?.match(/filename="([^"]+)"/) ?? []
    return { name, content: await response.blob() }
  })
}

/** Told to the window when the server says that this browser is signed out. */
export const signedOutEvent = 'rapporteur.signed-out'

/** Reads JSON. @throws SendError */
export function receive<Answer>(path: string): Promise<Answer> {
  return asSendError(() => client.get(path).json<Answer>())
}

/** Reads JSON for whoever has something else to show when the network does not answer: tries once. @throws SendError */
export function receiveOnce<Answer>(path: string): Promise<Answer> {
  return asSendError(() => client.get(path, { retry: 0, timeout: 5_000 }).json<Answer>())
}

function post<Answer>(path: string, body: object, options: Options = {}): Promise<Answer> {
  return asSendError(() => client.post(path, { json: body, ...options }).json<Answer>())
}

async function asSendError<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request()
  } catch (error) {
    if (!(error instanceof HTTPError)) {
      throw new SendError('The server cannot be reached. Nothing is lost: try again in a moment.', 'unreachable', true)
    }
    const failed = await error.response
      .json<{ error?: { code?: string; message?: string; fields?: { field: string; message: string }[] } }>()
      .catch(() => undefined)
    const {
      code = 'fault',
      message = 'The server could not keep this. Try again in a moment.',
      fields,
    } = failed?.error ?? {}
    const { status, headers } = error.response
    // Whoever was signed out signs in again, and then it is taken.
    if (code === 'signed-out') window.dispatchEvent(new Event(signedOutEvent))
    const canRetry = status >= 500 || status === 408 || status === 429 || code === 'signed-out'
    const failure = new SendError(message, code, canRetry, fields)
    failure.retryAfterMs = 1000 * (Number(headers.get('retry-after')) || 0)
    throw failure
  }
}
