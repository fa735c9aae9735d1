import { spawn } from 'node:child_process'
import path from 'node:path'

/** The project's folder, wherever a script is started from. */
export const projectRoot = path.dirname(import.meta.dirname)

/** Something foreseeable went wrong; the message is all that its reader needs, after the output of what failed, if any. */
export class Fault extends Error {
  /**
   * @param {string} message
   * @param {string} [output]
   */
  constructor(message, output = '') {
    super(message)
    this.output = output
  }
}

/** A command ended with an error; `output` is what it said. */
export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {string} output
   */
  constructor(command, output) {
    super(`${command} failed.`)
    this.output = output
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Once set, nothing new is started, and how the rest ends is of no interest. */
let isEnding = false

/**
 * Starts a program in the project's folder, to be ended with ours.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(program, args, options = {}) {
  if (isEnding) throw new Fault('Interrupted.')
  const child = spawn(program, args, { cwd: projectRoot, ...options, env: { ...process.env, ...options.env } })
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

/**
 * Runs a program to its end and returns what it said, on both channels.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>}
 * @throws {CommandFailed} when it can't be started or ends with an error
 */
export function run(program, args, options = {}) {
  const child = start(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    const command = [path.basename(program), ...args].join(' ')
    child.once('error', (error) => reject(new CommandFailed(command, error.message)))
    child.once('close', (code) => {
      if (isEnding) return
      if (code === 0) resolve(output)
      else reject(new CommandFailed(command, output))
    })
  })
}

/**
 * Runs one of our TypeScript scripts.
 *
 * @param {string} script
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runScript(script, options) {
  return run(process.execPath, ['--import', 'tsx', script], options)
}

/**
 * Runs a program that a package brings.
 *
 * @param {string} file its path in node_modules
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runPackage(file, args, options) {
  return run(process.execPath, [path.join('node_modules', file), ...args], options)
}

/**
 * Runs a command-line program's work: faults are told in their own words, Ctrl-C and SIGTERM end everything it started.
 *
 * @param {() => Promise<void>} work
 * @param {object} [ends]
 * @param {() => void} [ends.cleanUp] called in any case, when nothing runs any more
 * @param {number} [ends.interrupted] the exit code after Ctrl-C or SIGTERM
 */
export async function main(work, { cleanUp = () => {}, interrupted = 0 } = {}) {
  const finish = async (/** @type {number} */ code, isTold = false) => {
    if (isEnding) return
    isEnding = true
    await Promise.all([...running].map((child) => end(child, isTold)))
    cleanUp()
    process.exit(code)
  }
  // From a terminal, Ctrl-C goes to all programs at once; told twice, some would not clean up after themselves.
  process.on('SIGINT', () => finish(interrupted, process.stdin.isTTY))
  process.on('SIGTERM', () => finish(interrupted))
  // The shell that npm puts between itself and us keeps a SIGTERM to itself, so that all we notice is its absence.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && finish(interrupted), 500).unref()
  }
  try {
    await work()
    await finish(Number(process.exitCode ?? 0))
  } catch (error) {
    if (isEnding) return
    tell(error)
    await finish(1)
  }
}

/**
 * Ends a program, the hard way if it takes longer than ten seconds.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} isTold whether it has been asked to already
 */
function end(child, isTold) {
  return new Promise((resolve) => {
    const hardWay = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('close', () => {
      clearTimeout(hardWay)
      resolve(undefined)
    })
    if (!isTold) child.kill('SIGINT')
  })
}

/** @param {unknown} error */
function tell(error) {
  if (error instanceof CommandFailed) console.error(error.output.trim())
  else if (error instanceof Fault) console.error(`${error.output.trim()}\n${error.message}`.trim())
  else console.error(error)
}
