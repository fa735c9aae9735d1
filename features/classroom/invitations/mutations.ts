import { randomUUID } from 'node:crypto'
import { normalisedEmail } from '@/features/accounts/email.ts'
import type { MembersScope, OwnAccountScope } from '@/features/accounts/scope.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { whileOpen } from '../mutations.ts'
import { listAddressesIn, listInvitations } from './data.ts'
import type { ListedInvitation } from './invitation-list.ts'

const goodForMs = 60 * 86_400_000

/**
 * Invites everybody of a list who is neither in the class nor invited; returns those addresses, as they were typed.
 * Inviting the same again changes nothing.
 */
export function inviteAll(
  db: Database,
  scope: MembersScope,
  listed: readonly ListedInvitation[],
  now: Date,
): Promise<{ invited: string[] } | Refusal> {
  const { classId } = scope
  return inTransaction(db, (tx) =>
    whileOpen(tx, classId, async () => {
      // What has run out makes room for a new one.
      await tx.invitation.deleteMany({ where: { classId, expiresAt: { lte: now } } })
      const emails = listed.map(({ email }) => normalisedEmail(email))
      const inClass = await listAddressesIn(tx, scope, emails)
      const invited = new Set((await listInvitations(tx, scope, now)).map(({ email }) => email))
      const groups = await tx.group.findMany({
        where: { classId },
        orderBy: { id: 'asc' },
        select: { id: true, name: true },
      })
      const added = listed.filter(({ email }) => {
        const lookedUp = normalisedEmail(email)
        return !inClass.has(lookedUp) && !invited.has(lookedUp)
      })
      const unknown = added.find(({ group }) => group !== '' && !groups.some(({ name }) => name === group))
      if (unknown !== undefined) return noSuchGroup(unknown)
      await tx.invitation.createMany({
        data: added.map(({ email, name, role, group }) => ({
          id: randomUUID(),
          classId,
          email: normalisedEmail(email),
          name,
          role,
          groupId: groups.find((one) => one.name === group)?.id ?? null,
          invitedAt: now,
          expiresAt: new Date(now.getTime() + goodForMs),
        })),
      })
      return { invited: added.map(({ email }) => email) }
    }),
  )
}

/** Notes that an e-mail about an invitation was handed on. */
export async function noteMailed(db: Database, { classId }: MembersScope, email: string, now: Date): Promise<void> {
  await db.invitation.updateMany({ where: { classId, email: normalisedEmail(email) }, data: { mailedAt: now } })
}

/** Takes an invitation back. */
export async function withdrawInvitation(db: Database, { classId }: MembersScope, id: string): Promise<void> {
  await db.invitation.deleteMany({ where: { id, classId } })
}

/**
 * Answers an invitation to one's own address. Who accepts is in the class from then on, as what they were invited to
 * be; whoever is in it already stays as they are. Either way the invitation is gone.
 */
export function answerInvitation(
  db: Database,
  { accountId }: OwnAccountScope,
  { id, isAccepted }: { id: string; isAccepted: boolean },
  now: Date,
): Promise<{ classId: string | null } | Refusal> {
  return inTransaction(db, async (tx) => {
    const account = await tx.account.findUnique({ where: { id: accountId }, select: { email: true } })
    const found = await tx.invitation.findFirst({
      where: { id, email: account?.email ?? '', expiresAt: { gt: now } },
      select: { classId: true, role: true, groupId: true },
    })
    if (found === null) return noInvitation
    const { classId, role, groupId } = found
    const answered = () => tx.invitation.delete({ where: { id } })
    if (!isAccepted) {
      await answered()
      return { classId: null }
    }
    return whileOpen(tx, classId, async () => {
      await answered()
      const key = { classId_accountId: { classId, accountId } }
      const earlier = await tx.membership.findUnique({ where: key, select: { leftAt: true } })
      if (earlier?.leftAt === null) return { classId }
      const comesIn = { role, joinedAt: now, leftAt: null }
      await tx.membership.upsert({ where: key, create: { classId, accountId, ...comesIn }, update: comesIn })
      if (groupId !== null) {
        const member = { groupId, classId, accountId }
        await tx.groupMember.upsert({
          where: { groupId_accountId: { groupId, accountId } },
          create: member,
          update: {},
        })
      }
      return { classId }
    })
  })
}

const noInvitation = refuse(
  404,
  'no-invitation',
  'This invitation is not there any more: it was answered, taken back, or has run out. Ask your teacher.',
)

function noSuchGroup({ line, group }: ListedInvitation): Refusal {
  return refuse(
    422,
    'unknown-group',
    `Line ${line}: there is no group “${group}” in this class. Make it first, or leave the column empty.`,
  )
}
