import 'server-only'
import { z } from 'zod'
import { action, type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { type Picture, qrPicture } from '@/lib/qr-picture.ts'
import { notSignedIn } from '../actions.ts'
import { note } from '../auditing/actions.ts'
import { limitOn } from '../limiting/actions.ts'
import { limits } from '../limits.ts'
import { currentVisit, type SignedIn } from '../loaders.ts'
import { ownerProblem } from '../owner.ts'
import { seal } from '../seal.ts'
import { beginTwoSteps, confirmTwoSteps, endTwoSteps, replaceRecoveryCodes, totpPurpose } from './mutations.ts'
import { newRecoveryCodes, recoveryCodePrint } from './recovery-code.ts'
import { newTotpSecret, totpAddress } from './totp.ts'

/** What an authenticator app is set up with. */
export interface TwoStepSetUp {
  /** To be typed where no camera is at hand. */
  secret: string
  /** The same as a picture for its camera. */
  picture: Picture
}

/** Recovery codes, which are shown this once. */
export interface NewRecoveryCodes {
  recoveryCodes: string[]
}

const passwordSchema = z.string().max(1000).default('')

const twoStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begin'), password: passwordSchema }),
  z.strictObject({ kind: z.literal('confirm'), code: z.string().trim().max(40) }),
  z.strictObject({ kind: z.literal('end'), password: passwordSchema }),
  z.strictObject({ kind: z.literal('new-codes'), password: passwordSchema }),
])

type TwoStepAnswer = TwoStepSetUp | NewRecoveryCodes | { ended: true }

/** Sets the second step of signing in up, or takes it away. */
export const changeTwoSteps = action(twoStepSchema, async (change): Promise<TwoStepAnswer | Refusal> => {
  const visit = await currentVisit()
  if (visit.kind !== 'signed-in') return notSignedIn
  if (change.kind === 'confirm') return confirm(visit, change.code)
  const limit = await limitOn(limits.password, visit.account.email)
  if (limit !== null) return limit
  const problem = await ownerProblem(visit, change.password, now())
  if (problem !== null) return problem
  switch (change.kind) {
    case 'begin':
      return begin(visit)
    case 'end':
      await endTwoSteps(database(), visit.scope)
      await note({ act: 'two-steps-ended' }, visit.account.id)
      return { ended: true }
    case 'new-codes':
      return newCodes(visit)
  }
})

async function begin({ account, scope }: SignedIn): Promise<TwoStepSetUp | Refusal> {
  if (account.totpConfirmedAt !== null) return alreadyOn
  const secret = newTotpSecret()
  await beginTwoSteps(database(), scope, seal(secret, totpPurpose, env().AUTH_SECRET))
  return { secret, picture: qrPicture(totpAddress(secret, account.emailShown)) }
}

async function confirm({ account, scope }: SignedIn, code: string): Promise<NewRecoveryCodes | Refusal> {
  const limit = await limitOn(limits.code, account.id)
  if (limit !== null) return limit
  const { recoveryCodes, prints } = makeCodes()
  const secret = env().AUTH_SECRET
  if (!(await confirmTwoSteps(database(), scope, { code, prints, secret }, now()))) return wrongCode
  await note({ act: 'two-steps-begun' }, account.id)
  return { recoveryCodes }
}

async function newCodes({ account, scope }: SignedIn): Promise<NewRecoveryCodes | Refusal> {
  if (account.totpConfirmedAt === null) return notOn
  const { recoveryCodes, prints } = makeCodes()
  await replaceRecoveryCodes(database(), scope, prints)
  await note({ act: 'recovery-codes-replaced' }, account.id)
  return { recoveryCodes }
}

function makeCodes(): { recoveryCodes: string[]; prints: string[] } {
  const recoveryCodes = newRecoveryCodes()
  return { recoveryCodes, prints: recoveryCodes.map((code) => recoveryCodePrint(code, env().AUTH_SECRET)) }
}

const wrongCode = refuseField(
  'code',
  'wrong-code',
  'This is not the code that the app shows now. Check the clock of your phone, and try the next one.',
)
const alreadyOn = refuse(409, 'already-on', 'Two-step sign-in is on already.')
const notOn = refuse(409, 'not-on', 'Two-step sign-in is off.')
