import { recordAct } from '@/features/accounts/auditing/mutations.ts'
import { findAccountByEmail } from '@/features/accounts/data.ts'
import type { SiteScope } from '@/features/accounts/scope.ts'
import { type Refusal, refuseField } from '@/lib/action.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { unknownClass } from '../mutations.ts'

/**
 * Makes somebody a teacher of a class, be they in it or not, and be it archived or not: else one that has lost its last
 * teacher could never be taken up again. Doing so twice changes nothing.
 */
export function giveTeacher(
  db: Database,
  scope: SiteScope,
  { classId, email }: { classId: string; email: string },
  now: Date,
): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    if ((await tx.class.count({ where: { id: classId } })) === 0) return unknownClass
    const account = await findAccountByEmail(tx, email)
    if (account === null) return noSuchAccount
    const key = { classId_accountId: { classId, accountId: account.id } }
    const earlier = await tx.membership.findUnique({ where: key, select: { role: true, leftAt: true } })
    if (earlier !== null && earlier.leftAt === null) {
      if (earlier.role === 'teacher') return null
      await tx.membership.update({ where: key, data: { role: 'teacher' } })
    } else {
      const comesIn = { role: 'teacher', joinedAt: now, leftAt: null }
      await tx.membership.upsert({
        where: key,
        create: { classId, accountId: account.id, ...comesIn },
        update: comesIn,
      })
    }
    await recordAct(tx, { act: 'teacher-given' }, scope, now, classId)
    return null
  })
}

const noSuchAccount = refuseField(
  'email',
  'no-account',
  'No account has this address. Look for it under People, or have them make one first.',
)
