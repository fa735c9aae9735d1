import type { GradebookScope, GradingScope } from '@/features/accounts/scope.ts'
import { listLatestAttempts } from '@/features/quiz/data.ts'
import { stateOf } from '@/features/quiz/mutations.ts'
import type { Database, Transaction } from '@/lib/database.ts'
import { type AssignmentRow, findAssignment } from '../assignments/data.ts'
import type { Taking } from './live.ts'

const learnsNow = { role: 'learner', leftAt: null } as const

/** A quiz that the class sees; nothing for whatever else it is assigned. */
export async function findQuiz(
  db: Database | Transaction,
  scope: GradebookScope | GradingScope,
  id: string,
): Promise<AssignmentRow | null> {
  const assignment = await findAssignment(db, scope, id)
  return assignment?.work.kind === 'quiz' && assignment.publishedAt !== null ? assignment : null
}

/** Everybody who learns in a class, with their latest attempt at an assignment as it stands at an instant. */
export async function listTakings(
  db: Database,
  scope: GradebookScope,
  assignmentId: string,
  at: Date,
): Promise<Taking[]> {
  const members = await db.membership.findMany({
    where: { classId: scope.classId, ...learnsNow },
    orderBy: { accountId: 'asc' },
    select: { accountId: true, account: { select: { name: true, learnerId: true } } },
  })
  const learnerIds = members.map(({ account }) => account.learnerId)
  const latest = await listLatestAttempts(db, scope, assignmentId, learnerIds)
  return members.map(({ accountId, account: { name, learnerId } }) => {
    const attempt = latest.get(learnerId)
    if (attempt === undefined) return { accountId, name, attempt: null }
    // What a teacher has done to it is not the learner's to be saved.
    const own = attempt.events.filter(({ deed }) => deed.kind !== 'extended' && deed.kind !== 'told')
    const lastSavedAt = own.at(-1)?.receivedAt ?? attempt.startedAt
    return { accountId, name, attempt: { id: attempt.id, state: stateOf(attempt, at), lastSavedAt } }
  })
}

/** The attempts of those who learn in a class that the log has not ended, though the clock may have. */
export async function listOpenAttemptIds(
  tx: Transaction,
  { classId }: GradingScope,
  assignmentId: string,
): Promise<string[]> {
  const open = await tx.attempt.findMany({
    where: {
      assignmentId,
      status: 'in-progress',
      learner: { account: { memberships: { some: { classId, ...learnsNow } } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return open.map(({ id }) => id)
}
