import 'server-only'
import { z } from 'zod'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import { classScope, type GradingScope, gradingScope } from '@/features/accounts/scope.ts'
import { findItem } from '@/features/quiz/bank.ts'
import { action, type Refusal, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { findClass } from '../data.ts'
import { unknownClass } from '../mutations.ts'
import { instantAt } from './class-time.ts'
import { itemDecisionKinds } from './item-decision.ts'
import { decideGrade, decideItem, setRelease } from './mutations.ts'

const idSchema = z.string().max(40)
const ofAssignment = { classId: idSchema, assignmentId: idSchema }

const gradeChangeSchema = z.discriminatedUnion('kind', [
  /** Sets points, excuses or comments; nothing of these takes back what was decided. */
  z.strictObject({
    kind: z.literal('grade'),
    ...ofAssignment,
    accountId: idSchema,
    points: z.number().min(0).max(1000).nullable(),
    isExcused: z.boolean(),
    comment: z.string().trim().max(2000),
  }),
  /** Learners wait until grades are released. */
  z.strictObject({ kind: z.literal('hold'), ...ofAssignment }),
  /** At a time by the class's clock; now where there is none. */
  z.strictObject({ kind: z.literal('release'), ...ofAssignment, at: z.string().max(40).nullable() }),
  /** Decides about a question; no decision takes back the one before. */
  z.strictObject({
    kind: z.literal('item'),
    ...ofAssignment,
    itemId: z.string().max(100),
    decision: z.enum(itemDecisionKinds).nullable(),
    reason: z.string().trim().max(500),
    seen: z.string().max(40),
  }),
])

/** What can be changed in a gradebook. */
export type GradeChange = z.infer<typeof gradeChangeSchema>

/** Changes grades, for those who teach or assist in the class. */
export const changeGrades = action(gradeChangeSchema, async (change): Promise<{ changed: true } | Refusal> => {
  const actor = await currentActor()
  if (!('accountId' in actor)) return notSignedIn
  const scope = gradingScope(actor, { id: change.classId })
  if (scope === null) return unknownClass
  const problem = await changed(scope, change)
  return problem ?? { changed: true }
})

async function changed(scope: GradingScope, change: GradeChange): Promise<Refusal | null> {
  const [db, at] = [database(), now()]
  switch (change.kind) {
    case 'grade': {
      const { assignmentId, accountId, points, isExcused, comment } = change
      return decideGrade(db, scope, { assignmentId, accountId, points, isExcused, comment }, at)
    }
    case 'hold':
      return setRelease(db, scope, { assignmentId: change.assignmentId, releasedAt: null }, at)
    case 'release': {
      const releasedAt = change.at === null ? at : await instantInClass(change.classId, change.at)
      if (releasedAt === null) return noTime
      return setRelease(db, scope, { assignmentId: change.assignmentId, releasedAt }, at)
    }
    case 'item': {
      const { assignmentId, itemId, decision: kind, reason, seen } = change
      if (kind !== null && reason === '') return noReason
      return decideItem(db, scope, { assignmentId, itemId, kind, reason, seen }, findItem, at)
    }
  }
}

async function instantInClass(classId: string, local: string): Promise<Date | null> {
  const scope = classScope(await currentActor(), { id: classId })
  const found = scope === null ? null : await findClass(database(), scope)
  return found === null ? null : instantAt(local, found.timeZone)
}

const noTime = refuseField('at', 'no-time', 'When: expected a date and a time, such as 2 March 2026, 14:05.')
const noReason = refuseField(
  'reason',
  'no-reason',
  'Reason: this is still empty. Say why, for whoever looks at it later.',
)
