import 'server-only'
import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { z } from 'zod'
import { action, type Refusal, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { sendMail } from '@/lib/mail.ts'
import { projectRoot } from '@/lib/paths.ts'
import { note } from '../auditing/actions.ts'
import { type AccountRow, findAccount } from '../data.ts'
import { limitOn } from '../limiting/actions.ts'
import { limits } from '../limits.ts'
import { currentActor, currentVisit, type SignedIn } from '../loaders.ts'
import { makeResetLink, noMail, sendResetLink, tellOfTwoStepsEnded } from '../mailing/actions.ts'
import { mailText } from '../mailing/mail-text.ts'
import { ownerProblem } from '../owner.ts'
import { type SiteScope, siteScope } from '../scope.ts'
import {
  deleteAccount,
  endTwoStepsOf,
  notAdministrator,
  setAdministrator,
  signPersonOut,
  unknownAccount,
} from './mutations.ts'

/** Whoever runs the site, and proof of it. */
interface Administrator {
  visit: SignedIn
  scope: SiteScope
}

async function currentAdministrator(): Promise<Administrator | null> {
  const [visit, scope] = [await currentVisit(), siteScope(await currentActor())]
  return visit.kind === 'signed-in' && scope !== null ? { visit, scope } : null
}

/** What could be turned against people is not done from a browser that was left open. */
async function problemWithOwner({ visit }: Administrator, password: string): Promise<Refusal | null> {
  return (await limitOn(limits.administering, visit.account.id)) ?? (await ownerProblem(visit, password, now()))
}

const accountId = z.string().max(40)
const password = z.string().max(1000).default('')

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sign-out'), accountId }),
  z.strictObject({ kind: z.literal('end-two-steps'), accountId, password }),
  z.strictObject({ kind: z.literal('reset-link'), accountId, password }),
  z.strictObject({ kind: z.literal('administrator'), accountId, isAdministrator: z.boolean(), password }),
  z.strictObject({ kind: z.literal('delete'), accountId, password }),
])

/** What whoever runs the site can do to somebody's account. */
export type PersonChange = z.input<typeof changeSchema>

/** That it is done. */
export interface PersonChanged {
  /** The link to choose a new password, where it is not sent. It is shown this once. */
  link: string | null
}

/** Does something to somebody's account, for whoever runs the site. */
export const changePerson = action(changeSchema, async (change): Promise<PersonChanged | Refusal> => {
  const administrator = await currentAdministrator()
  if (administrator === null) return notAdministrator
  const { visit, scope } = administrator
  const db = database()
  if (change.kind === 'sign-out') return done(await signPersonOut(db, scope, change.accountId, visit.sessionId, now()))

  const problem = await problemWithOwner(administrator, change.password)
  if (problem !== null) return problem
  const account = await findAccount(db, change.accountId)
  if (account === null) return unknownAccount
  switch (change.kind) {
    case 'end-two-steps': {
      const refusal = await endTwoStepsOf(db, scope, account.id, now())
      if (refusal === null) tellOfTwoStepsEnded(account.emailShown)
      return done(refusal)
    }
    case 'reset-link':
      return giveResetLink(scope, account)
    case 'administrator':
      return done(await setAdministrator(db, scope, account.id, change.isAdministrator, now()))
    case 'delete':
      return done(await deleteAccount(db, scope, account.id, now()))
  }
})

function done(problem: Refusal | null): PersonChanged | Refusal {
  return problem ?? { link: null }
}

/** Sends the link where e-mail is set up; otherwise shows it to whoever is to hand it over. */
async function giveResetLink(scope: SiteScope, account: AccountRow): Promise<PersonChanged | Refusal> {
  if (env().SMTP_URL === undefined) {
    const link = await makeResetLink(account)
    await note({ act: 'reset-link-made' }, scope.accountId, account.learnerId)
    return { link }
  }
  const limit = await limitOn(limits.mail, account.email)
  if (limit !== null) return limit
  try {
    await sendResetLink(account)
  } catch (error) {
    return notSent(error)
  }
  await note({ act: 'reset-link-made' }, scope.accountId, account.learnerId)
  return { link: null }
}

/** Sends an e-mail to whoever runs the site, and says what the mail server answered. */
export const tryMail = action(z.strictObject({}), async (): Promise<{ answer: string } | Refusal> => {
  const administrator = await currentAdministrator()
  if (administrator === null) return notAdministrator
  if (env().SMTP_URL === undefined) return noMail
  const { account } = administrator.visit
  const limit = await limitOn(limits.mail, account.email)
  if (limit !== null) return limit
  await note({ act: 'mail-tried' }, account.id)
  try {
    return { answer: await sendMail({ to: account.emailShown, ...mailText({ kind: 'trial' }) }) }
  } catch (error) {
    return notSent(error)
  }
})

function notSent(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error)
  return refuse(409, 'not-sent', `The e-mail could not be sent. This is what came of it: ${reason}`)
}

/** Makes a backup, and sends it as a file. */
export const downloadBackup = action(z.strictObject({ password }), async (given): Promise<Response | Refusal> => {
  const administrator = await currentAdministrator()
  if (administrator === null) return notAdministrator
  const problem = await problemWithOwner(administrator, given.password)
  if (problem !== null) return problem
  if (isBackingUp) return oneAtATime
  isBackingUp = true
  try {
    const limit = await limitOn(limits.backup, administrator.scope.accountId)
    if (limit !== null) return limit
    const file = await makeBackupFile(now())
    await note({ act: 'backup-downloaded' }, administrator.scope.accountId)
    return await sendAndRemove(file)
  } catch (error) {
    console.error('A backup could not be made:', error)
    return notMade
  } finally {
    isBackingUp = false
  }
})

let isBackingUp = false

/** A file in a folder of its own. */
interface OwnFile {
  folder: string
  name: string
}

/** By the script, as a process of its own: a large school's takes its time, and others are answered meanwhile. */
async function makeBackupFile(at: Date): Promise<OwnFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-backup-'))
  const name = `rapporteur-${at.toISOString().replace(/\.\d+/, '').replaceAll(':', '')}.ndjson.gz`
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/db-backup.ts', path.join(folder, name)], {
      cwd: projectRoot,
      env: { ...process.env, DATABASE_URL: env().DATABASE_URL },
    })
  } catch (error) {
    await rm(folder, { recursive: true })
    throw error
  }
  return { folder, name }
}

/** The file as it is read, which is gone once it has been, or whoever wanted it is. */
async function sendAndRemove({ folder, name }: OwnFile): Promise<Response> {
  const file = path.join(folder, name)
  const { size } = await stat(file)
  const stream = createReadStream(file)
  stream.once('close', () => rm(folder, { recursive: true }).catch(console.error))
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': 'application/gzip',
      'content-length': String(size),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}

const oneAtATime = refuse(
  409,
  'one-at-a-time',
  'A backup is being made already. Wait until it is done, then try again.',
)
const notMade = refuse(
  409,
  'not-made',
  'The backup could not be made, and nothing was changed. What the server has written to its log says why.',
)
