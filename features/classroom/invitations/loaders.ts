import 'server-only'
import { currentActor, currentVisit } from '@/features/accounts/loaders.ts'
import { classScope, membersScope } from '@/features/accounts/scope.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { findClass } from '../data.ts'
import { mayAnswerInvitations } from './actions.ts'
import { type InvitationRow, listInvitations, listOwnInvitations, type OwnInvitation } from './data.ts'

/** The page for inviting people to a class. */
export interface Inviting {
  classId: string
  className: string
  pending: (Omit<InvitationRow, 'invitedAt' | 'mailedAt'> & { isMailed: boolean })[]
  /** How those who are invited hear of it. */
  news: 'mail' | 'mail-once-verified' | 'none'
}

/** Who is invited to a class; nothing for whoever may invite nobody. */
export async function loadInviting(classId: string): Promise<Inviting | null> {
  const [visit, actor] = [await currentVisit(), await currentActor()]
  const [scope, named] = [membersScope(actor, { id: classId }), classScope(actor, { id: classId })]
  if (visit.kind !== 'signed-in' || scope === null || named === null) return null
  const found = await findClass(database(), named)
  if (found === null || found.archivedAt !== null) return null
  const pending = await listInvitations(database(), scope, now())
  const { emailVerifiedAt } = visit.account
  return {
    classId,
    className: found.name,
    pending: pending.map(({ invitedAt: _, mailedAt, ...row }) => ({ ...row, isMailed: mailedAt !== null })),
    news: env().SMTP_URL === undefined ? 'none' : emailVerifiedAt === null ? 'mail-once-verified' : 'mail',
  }
}

/** The invitations of whoever is signed in. */
export interface OwnInvitations {
  invitations: OwnInvitation[]
  /** Whether their address has to be confirmed before they can be seen. */
  isToVerify: boolean
}

/** The classes that whoever is signed in is invited to; nothing to see before their address is known to be theirs. */
export async function loadOwnInvitations(): Promise<OwnInvitations | null> {
  const visit = await currentVisit()
  if (visit.kind !== 'signed-in') return null
  if (!mayAnswerInvitations(visit.account)) return { invitations: [], isToVerify: true }
  return { invitations: await listOwnInvitations(database(), visit.scope, now()), isToVerify: false }
}
