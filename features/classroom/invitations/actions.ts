import 'server-only'
import { after } from 'next/server'
import { z } from 'zod'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { note } from '@/features/accounts/auditing/actions.ts'
import { normalisedEmail } from '@/features/accounts/email.ts'
import { limitOn } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { currentActor, currentVisit } from '@/features/accounts/loaders.ts'
import { page, post } from '@/features/accounts/mailing/actions.ts'
import { classScope, type MembersScope, membersScope } from '@/features/accounts/scope.ts'
import { action, type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { findClass } from '../data.ts'
import { unknownClass } from '../mutations.ts'
import { listAddressesIn, listInvitations } from './data.ts'
import { type ListedInvitation, type ListProblem, mostInvited, readInvitationList } from './invitation-list.ts'
import { answerInvitation, inviteAll, noteMailed, withdrawInvitation } from './mutations.ts'

const idSchema = z.string().max(40)
const listSchema = z.string().max(60_000, 'at most 60 000 characters: invite the rest in a second list')

const invitingSchema = z.discriminatedUnion('kind', [
  /** What a list would do, before it is done. */
  z.strictObject({ kind: z.literal('look'), classId: idSchema, list: listSchema }),
  z.strictObject({ kind: z.literal('invite'), classId: idSchema, list: listSchema }),
  z.strictObject({ kind: z.literal('withdraw'), classId: idSchema, id: idSchema }),
])
export type Inviting = z.infer<typeof invitingSchema>

/** What a list of people to invite would do. */
export interface InvitationPlan {
  people: (ListedInvitation & { standing: 'new' | 'invited' | 'in-class' })[]
  problems: ListProblem[]
}

/** What became of it. */
export interface InvitationOutcome {
  invited: number
  /** Whether e-mails are on their way. */
  isMailed: boolean
}

/** Invites people to a class by a list, after showing what the list would do, and takes invitations back. */
export const invite = action(
  invitingSchema,
  async (asked): Promise<InvitationPlan | InvitationOutcome | { withdrawn: true } | Refusal> => {
    const actor = await currentActor()
    if (!('accountId' in actor)) return notSignedIn
    const scope = membersScope(actor, { id: asked.classId })
    if (scope === null) return unknownClass
    switch (asked.kind) {
      case 'look':
        return planOf(scope, asked.list)
      case 'invite': {
        const limit = await limitOn(limits.inviting, actor.accountId)
        return limit ?? inviteList(scope, asked.list)
      }
      case 'withdraw':
        await withdrawInvitation(database(), scope, asked.id)
        return { withdrawn: true }
    }
  },
)

async function planOf(scope: MembersScope, list: string): Promise<InvitationPlan | Refusal> {
  const { invitations, problems } = readInvitationList(list)
  if (invitations.length > mostInvited) return tooMany(invitations.length)
  const emails = invitations.map(({ email }) => normalisedEmail(email))
  const [inClass, invited] = await Promise.all([
    listAddressesIn(database(), scope, emails),
    listInvitations(database(), scope, now()),
  ])
  const known = new Set(invited.map(({ email }) => email))
  return {
    people: invitations.map((listed) => {
      const email = normalisedEmail(listed.email)
      return { ...listed, standing: inClass.has(email) ? 'in-class' : known.has(email) ? 'invited' : 'new' }
    }),
    problems,
  }
}

async function inviteList(scope: MembersScope, list: string): Promise<InvitationOutcome | Refusal> {
  const visit = await currentVisit()
  if (visit.kind !== 'signed-in') return notSignedIn
  const { invitations, problems } = readInvitationList(list)
  const [problem] = problems
  if (problem !== undefined) return unreadable(problem)
  if (invitations.length === 0) return refuseField('list', 'empty', 'The list is still empty.')
  if (invitations.length > mostInvited) return tooMany(invitations.length)
  const kept = await inviteAll(database(), scope, invitations, now())
  if ('refused' in kept) return kept
  await note({ act: 'invited', people: kept.invited.length }, visit.account.id, scope.classId)
  // Only somebody whose address is theirs may have e-mails sent in their name.
  const isMailed = env().SMTP_URL !== undefined && visit.account.emailVerifiedAt !== null
  if (isMailed) after(() => mailAll(scope, kept.invited, visit.account.name))
  return { invited: kept.invited.length, isMailed }
}

async function mailAll(scope: MembersScope, emails: readonly string[], teacher: string): Promise<void> {
  const named = classScope(await currentActor(), { id: scope.classId })
  const found = named === null ? null : await findClass(database(), named)
  if (found === null) return
  for (const email of emails) {
    const letter = { kind: 'invitation', className: found.name, teacher, classes: page('/classes') } as const
    if (await post(email, letter)) await noteMailed(database(), scope, email, now())
  }
}

const answerSchema = z.strictObject({ id: idSchema, isAccepted: z.boolean() })

/** Accepts or declines an invitation to one's own address. */
export const answerOwnInvitation = action(
  answerSchema,
  async (answer): Promise<{ classId: string | null } | Refusal> => {
    const visit = await currentVisit()
    if (visit.kind !== 'signed-in') return notSignedIn
    if (!mayAnswerInvitations(visit.account)) return notVerified
    const answered = await answerInvitation(database(), visit.scope, answer, now())
    if ('refused' in answered) return answered
    if (answered.classId !== null) await note({ act: 'class-joined' }, visit.account.id, answered.classId)
    return answered
  },
)

/** Whether an address is known to be somebody's, as far as this site can know: without e-mail nobody can show it. */
export function mayAnswerInvitations({ emailVerifiedAt }: { emailVerifiedAt: Date | null }): boolean {
  return env().SMTP_URL === undefined || emailVerifiedAt !== null
}

const notVerified = refuse(
  403,
  'not-verified',
  'Invitations go to an address, and yours is not confirmed yet. Confirm it on the page of your account first.',
)

function tooMany(found: number): Refusal {
  return refuseField(
    'list',
    'too-many',
    `There are ${found} people in this list, and it takes ${mostInvited} at most. Invite the rest in a second list.`,
  )
}

function unreadable({ line, found, expected }: ListProblem): Refusal {
  return refuseField('list', 'unreadable', `Line ${line}: expected ${expected}, found “${found}”.`)
}
