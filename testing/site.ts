import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A running server, and what is needed to write to its database what a journey begins with. */
export interface Site {
  url: string
  databaseUrl: string
  secret: string
}

// Chosen by the first process of a run, and so the same in those that it starts. `npm test` chooses a free port.
process.env.TEST_PORT ??= '3210'
process.env.TEST_DATABASE ??= path.join(tmpdir(), `rapporteur-browser-${randomUUID()}`, 'test.db')
process.env.TEST_SECRET ??= randomBytes(32).toString('hex')

/** The one that most journeys share. */
export const sharedSite: Site = {
  url: `http://localhost:${process.env.TEST_PORT}`,
  databaseUrl: `file:${process.env.TEST_DATABASE}`,
  secret: process.env.TEST_SECRET,
}
