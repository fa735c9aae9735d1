import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Fault } from './run.mjs'

/**
 * Reads PORT.
 *
 * @param {string} text
 * @throws {Fault} when it is not a port
 */
export function readPort(text) {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw new Fault(`PORT must be a number from 1 to 65535, but is ${text}: correct it, or unset it to use 3000.`)
}

/**
 * @param {number} port
 * @throws {Fault} when nothing can listen there
 */
export async function checkPortIsFree(port) {
  try {
    await listen(port)
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    const reason = code === 'EADDRINUSE' ? 'is in use by another program' : `can't be listened on (${code})`
    throw new Fault(`Port ${port} ${reason}: choose another one, for example PORT=${port + 1} npm start.`)
  }
}

/**
 * Finds a port that nobody listens on. It is below those from which systems take one for whoever connects, so that none
 * of these comes in between.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  const port = randomInt(20_000, 32_000)
  try {
    return await listen(port)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE') return freePort()
    throw error
  }
}

/**
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolve(address.port))
    })
  })
}

/**
 * Resolves when the server answers a page, and rejects when its process ends before that.
 *
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 */
export async function waitUntilAnswers(url, server) {
  let problem = 'it does not answer'
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(100)) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Fault('The server stopped while starting.')
    try {
      const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000) })
      if (status < 500) return
      problem = `it answers with status ${status}`
    } catch {
      // Not listening yet.
    }
  }
  throw new Fault(`The server did not come up at ${url} within a minute: ${problem}.`)
}
