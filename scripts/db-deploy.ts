/** `npm run db:deploy`: applies the migrations that the database of DATABASE_URL lacks. Doing it again does nothing. */
import type { MappedError } from '@prisma/driver-adapter-utils'
import { dialectOf, shownUrl } from '../lib/database-url.ts'
import { env } from '../lib/env.ts'
import { deploy } from './migration-engine.ts'

const explanations: { [Kind in MappedError['kind']]?: string } = {
  DatabaseNotReachable: 'no server answers there, so start PostgreSQL or correct DATABASE_URL',
  DatabaseDoesNotExist: 'the server has no database of that name, so create it with createdb or correct DATABASE_URL',
  AuthenticationFailed: 'the server refuses this user or password, so correct DATABASE_URL',
  DatabaseAccessDenied: 'the server refuses this user or password, so correct DATABASE_URL',
  SocketTimeout: 'somebody else has locked it, so stop whatever else uses it and try again',
}

try {
  const { DATABASE_URL } = env()
  await deployTo(DATABASE_URL)
  // The engine leaves a timer of ten seconds behind, which nobody needs to wait for.
  process.exit()
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

async function deployTo(databaseUrl: string): Promise<void> {
  try {
    const applied = await deploy(databaseUrl)
    if (applied.length > 0) console.log(`Applied ${applied.join(', ')} to ${shownUrl(databaseUrl)}.`)
  } catch (error) {
    throw new Error(`The database ${shownUrl(databaseUrl)} is not usable: ${explain(error, databaseUrl)}.`)
  }
}

/** What is wrong and what to do, in half a sentence. */
function explain(error: unknown, databaseUrl: string): string {
  const { message, cause } = error as Error & { cause?: MappedError }
  const explanation = cause && explanations[cause.kind]
  if (explanation) return explanation
  const remedy =
    dialectOf(databaseUrl) === 'sqlite'
      ? 'check that its folder can be written to and has room, or name another file in DATABASE_URL'
      : 'check the server and DATABASE_URL'
  return `${message.split('\n')[0]} (${remedy})`
}
