import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Fault, start } from '../scripts/run.mjs'
import { freePort, waitUntilAnswers } from '../scripts/server.mjs'

/** The production server as a process of its own, to be stopped as one likes. */
export interface RunningServer {
  url: string
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>
  /** Ends it and all it has started between two instructions, as a power cut would. */
  kill(): Promise<void>
}

export interface ServerOptions {
  databaseUrl: string
  /** Any free one, unless given. */
  port?: number
  /** Stays the same over restarts for sessions to go on; otherwise made anew. */
  secret?: string
  /** Whether /gallery is there. On, unless given. */
  gallery?: 'on' | 'off'
  /** Whatever else is set in its environment. */
  variables?: Record<string, string>
}

/** Starts the production build, which must be there, on a database that must be deployed, and waits until it answers. */
export async function startServer({
  databaseUrl,
  port,
  secret,
  gallery = 'on',
  variables = {},
}: ServerOptions): Promise<RunningServer> {
  const chosenPort = port ?? (await freePort())
  const server = start(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(chosenPort)], {
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: secret ?? randomBytes(32).toString('hex'),
      GALLERY: gallery,
      ...variables,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own, to be killed as one.
    detached: true,
  })
  const isRunning = () => server.pid !== undefined && server.exitCode === null && server.signalCode === null
  const send = (signal: NodeJS.Signals) => isRunning() && process.kill(-(server.pid as number), signal)
  // Tests that are interrupted leave no server behind.
  const abandon = () => send('SIGKILL')
  process.once('exit', abandon)
  const end = async (signal: NodeJS.Signals) => {
    send(signal)
    while (isRunning()) await wait(20)
    process.off('exit', abandon)
  }
  const url = `http://localhost:${chosenPort}`
  try {
    await waitUntilAnswers(url, server)
  } catch (error) {
    await end('SIGKILL')
    throw error instanceof Fault ? new Error(error.message) : error
  }
  return { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
