import ky, { HTTPError } from 'ky'

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
  ) {
    super(message)
    this.name = 'SendError'
  }
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

/**
 * Posts JSON; resolves with the answer only once the server has kept it. The first write of a browser
 * makes it a learner before anything else, so that what it sends has somewhere to go.
 *
 * @throws SendError
 */
export async function send<Answer>(path: string, body: object): Promise<Answer> {
  if (localStorage.getItem(knownKey) === null) await becomeLearner()
  try {
    return await post<Answer>(path, body)
  } catch (error) {
    if (!(error instanceof SendError) || error.code !== 'no-learner') throw error
  }
  // The cookie has expired or was cleared.
  await becomeLearner()
  try {
    return await post<Answer>(path, body)
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

/** One tab at a time, so that two answers given at once do not make two learners; asking again makes no second one. */
function becomeLearner(): Promise<void> {
  return navigator.locks.request(knownKey, async () => {
    await post('/api/learner', { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
    localStorage.setItem(knownKey, 'yes')
  })
}

/** Reads JSON. @throws SendError */
export function receive<Answer>(path: string): Promise<Answer> {
  return asSendError(() => client.get(path).json<Answer>())
}

function post<Answer>(path: string, body: object): Promise<Answer> {
  return asSendError(() => client.post(path, { json: body }).json<Answer>())
}

async function asSendError<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request()
  } catch (error) {
    if (!(error instanceof HTTPError)) {
      throw new SendError('The server cannot be reached. Nothing is lost: try again in a moment.', 'unreachable', true)
    }
    const failed = await error.response.json<{ error?: { code?: string; message?: string } }>().catch(() => undefined)
    const { code = 'fault', message = 'The server could not keep this. Try again in a moment.' } = failed?.error ?? {}
    throw new SendError(message, code, error.response.status >= 500)
  }
}
