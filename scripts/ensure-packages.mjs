import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { CommandFailed, Fault, projectRoot, run } from './run.mjs'

/** @throws {Fault} when this Node is older than package.json allows */
export function checkNode() {
  const { engines } = readJson('package.json')
  const [major = 0, minor = 0] = engines.node.match(/\d+/g).map(Number)
  const [ourMajor = 0, ourMinor = 0] = process.versions.node.split('.').map(Number)
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return
  throw new Fault(
    `Rapporteur needs Node.js ${major}.${minor} or newer, but this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  )
}

/**
 * Installs what package-lock.json names, unless it is installed already.
 *
 * @throws {Fault} when that is not possible
 */
export async function ensurePackages() {
  if (!areCurrent()) {
    console.log('Installing packages (the first time takes about two minutes)…')
    await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  }
  if (!isSqliteUsable()) {
    console.log('Building the SQLite driver for this version of Node.js…')
    await npm(['rebuild', 'better-sqlite3'])
    if (!isSqliteUsable()) throw new NoCompiler()
  }
}

/** The SQLite driver came without a binary for this system, and there is nothing to build one with. */
export class NoCompiler extends Fault {
  /** @param {string} [output] */
  constructor(output) {
    super(
      'The SQLite driver (better-sqlite3) could not be built: install python3, make and g++ (on Debian: apt-get install python3 make g++), then run this again.',
      output,
    )
  }
}

/** npm notes what it has installed; that must have all that package-lock.json asks for, save what is for other systems. */
function areCurrent() {
  const note = 'node_modules/.package-lock.json'
  if (!existsSync(path.join(projectRoot, note))) return false
  const wanted = Object.entries(readJson('package-lock.json').packages).filter(([place]) => place !== '')
  const installed = readJson(note).packages
  return wanted.every(([place, { version, optional }]) =>
    place in installed ? installed[place].version === version : optional,
  )
}

/** The driver is compiled for one version of Node's interface, so it may be there and still not load. */
function isSqliteUsable() {
  try {
    const Driver = createRequire(path.join(projectRoot, 'package.json'))('better-sqlite3')
    new Driver(':memory:').close()
    return true
  } catch {
    return false
  }
}

/**
 * How npm is run: the program, and its first arguments.
 *
 * @returns {[program: string, first: string[]]}
 */
export function npmCommand() {
  // Set when we are run by npm; otherwise it has to be found.
  const cli = process.env.npm_execpath
  return cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []]
}

/** @param {string[]} args */
async function npm(args) {
  const [program, first] = npmCommand()
  try {
    await run(program, [...first, ...args], { env: installEnvironment() })
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    if (error.output === 'spawn npm ENOENT') {
      throw new Fault('npm was not found: install it along with Node.js from https://nodejs.org, then run this again.')
    }
    if (error.output.includes('better-sqlite3') && error.output.includes('gyp')) throw new NoCompiler(error.output)
    throw new Fault(
      'npm could not install the packages: see above, check the connection to the npm registry, then run this again.',
      error.output,
    )
  }
}

function installEnvironment() {
  const prefix = path.dirname(path.dirname(process.execPath))
  return {
    // Prisma's installer would download an engine that we don't use; told of one, it leaves that be.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    // Where Node's headers came with it, the SQLite driver can be built without downloading them.
    ...(existsSync(path.join(prefix, 'include/node/node.h')) && { npm_config_nodedir: prefix }),
  }
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'))
}
