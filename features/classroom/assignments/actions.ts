import 'server-only'
import { z } from 'zod'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { limitOn } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import { assignScope, classScope, gradingScope, takeScope } from '@/features/accounts/scope.ts'
import { countFitting } from '@/features/quiz/bank.ts'
import { settleAttempt } from '@/features/quiz/mutations.ts'
import { itemsForAttempt } from '@/features/quiz/own-items/loaders.ts'
import { action, type Refusal, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { findClass } from '../data.ts'
import { unknownClass } from '../mutations.ts'
import { beginAssigned, beginPreview, type ItemsOfForm } from './beginning/mutations.ts'
import { findAssignment, findBankFor, listAssignedAttempts } from './data.ts'
import {
  type AssignmentContent,
  type Draft,
  draftSchema,
  type FieldProblem,
  readDraft,
  readTerms,
  typedTermsSchema,
} from './draft.ts'
import { aroundAttempts, knows } from './loaders.ts'
import {
  changeAssignment,
  closeAssignment,
  copyAssignment,
  deleteAssignment,
  deleteOverride,
  keepOverride,
  makeAssignment,
  publishAssignment,
  unknownAssignment,
  unpublishAssignment,
} from './mutations.ts'
import { itemsOfForm, type Proof, problemWithWork, prove } from './questions.ts'
import { bank } from './shelf.ts'
import { questionsSchema } from './work.ts'

const idSchema = z.string().max(40)
const { afterSettled } = aroundAttempts

/** Makes an assignment, which the class sees once it is published. */
export const makeAssignmentOf = action(
  z.strictObject({ id: z.uuid(), classId: idSchema, draft: draftSchema }),
  async ({ id, classId, draft }): Promise<{ assignmentId: string } | Refusal> => {
    const actor = await currentActor()
    if (!('accountId' in actor)) return notSignedIn
    const scope = assignScope(actor, { id: classId })
    if (scope === null) return unknownClass
    const content = await contentOf(draft, classId)
    if ('refused' in content) return content
    return (await makeAssignment(database(), scope, id, content, now())) ?? { assignmentId: id }
  },
)

const one = { classId: idSchema, assignmentId: idSchema }

const assignmentChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('content'), ...one, draft: draftSchema }),
  z.strictObject({ kind: z.literal('publish'), ...one }),
  z.strictObject({ kind: z.literal('unpublish'), ...one }),
  z.strictObject({ kind: z.literal('delete'), ...one }),
  z.strictObject({ kind: z.literal('close'), ...one }),
  /** Copies it to another class; days is by how much later it falls there, nothing for no times. */
  z.strictObject({
    kind: z.literal('copy'),
    ...one,
    toClassId: idSchema,
    copyId: z.uuid(),
    days: z.int().min(-1000, 'at most 1000 days earlier.').max(1000, 'at most 1000 days later.').nullable(),
  }),
])

/** What those who assign can change of an assignment. */
export type AssignmentChange = z.infer<typeof assignmentChangeSchema>

/** Changes an assignment, for those who teach. */
export const changeAssignmentOf = action(
  assignmentChangeSchema,
  async (change): Promise<{ changed: true } | Refusal> => {
    const actor = await currentActor()
    if (!('accountId' in actor)) return notSignedIn
    const { classId, assignmentId: id } = change
    const scope = assignScope(actor, { id: classId })
    if (scope === null) return unknownClass
    const db = database()
    switch (change.kind) {
      case 'content': {
        const content = await contentOf(change.draft, classId)
        return 'refused' in content
          ? content
          : done(await changeAssignment(db, scope, id, content, afterSettled, now()))
      }
      case 'publish': {
        const assignment = await findAssignment(db, scope, id)
        if (assignment === null) return unknownAssignment
        const problem = problemWithWork(assignment.work, await findBankFor(db, assignment.work), knows)
        if (problem !== null) return refuseField(problem.field, 'work', problem.message)
        return done(await publishAssignment(db, scope, id, now()))
      }
      case 'unpublish':
        return done(await unpublishAssignment(db, scope, id))
      case 'delete':
        return done(await deleteAssignment(db, scope, id))
      case 'close':
        return done(await closeAssignment(db, scope, id, afterSettled, now()))
      case 'copy': {
        const to = assignScope(actor, { id: change.toClassId })
        if (to === null) return unknownClass
        const { copyId, days } = change
        return done(await copyAssignment(db, scope, to, { id, copyId, days }, now()))
      }
    }
  },
)

const whomSchema = z.union([z.strictObject({ accountId: idSchema }), z.strictObject({ groupId: idSchema })])

const overrideChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('keep'),
    ...one,
    id: z.uuid(),
    whom: whomSchema,
    terms: typedTermsSchema,
    reason: z.string().trim().min(1, 'give a reason, for those who teach with you.').max(1000, 'at most 1000 letters.'),
  }),
  z.strictObject({ kind: z.literal('away'), ...one, id: idSchema }),
])

/** What those who grade can change of the terms of a learner or a group. */
export type OverrideChange = z.infer<typeof overrideChangeSchema>

/** Gives a learner or a group other terms, or takes them back. */
export const changeOverride = action(overrideChangeSchema, async (change): Promise<{ changed: true } | Refusal> => {
  const actor = await currentActor()
  if (!('accountId' in actor)) return notSignedIn
  const { classId, assignmentId, id } = change
  const [seen, scope] = [classScope(actor, { id: classId }), gradingScope(actor, { id: classId })]
  if (seen === null || scope === null) return unknownClass
  const db = database()
  if (change.kind === 'away') {
    return done(await deleteOverride(db, scope, { assignmentId, id }, afterSettled, now()))
  }
  const found = await findClass(db, seen)
  if (found === null) return unknownClass
  const terms = readTerms(change.terms, found.timeZone)
  if ('problem' in terms) return refusalOf(terms.problem)
  const { whom, reason } = change
  return done(await keepOverride(db, scope, { id, assignmentId, whom, terms, reason }, afterSettled, now()))
})

const beginSchema = z.strictObject({
  attemptId: z.uuid(),
  classId: idSchema,
  assignmentId: idSchema,
  password: z.string().max(200).optional(),
  isPreview: z.boolean().optional(),
})

/** Begins an attempt at an assigned quiz, or goes on with the one that is begun; for those who teach, as a preview. */
export const beginAssignment = action(
  beginSchema,
  async ({ attemptId, classId, assignmentId, password, isPreview }): Promise<{ attemptId: string } | Refusal> => {
    const actor = await currentActor()
    if (!('accountId' in actor)) return notSignedIn
    const db = database()
    const itemsOf: ItemsOfForm = async (tx, questions, form) =>
      itemsOfForm(questions, form, await findBankFor(tx, questions))
    if (isPreview === true) {
      const scope = gradingScope(actor, { id: classId })
      return scope === null ? unknownClass : beginPreview(db, scope, { attemptId, assignmentId }, itemsOf, now())
    }
    const scope = takeScope(actor, { id: classId })
    if (scope === null) return unknownClass
    if (password !== undefined) {
      const limit = await limitOn(limits['assignment-passwords'], scope.work.learnerId)
      if (limit !== null) return limit
    }
    // Whose time is up has ended, and may begin anew.
    for (const attempt of await listAssignedAttempts(db, scope.work, [assignmentId])) {
      await settleAttempt(db, scope.work, attempt.id, await itemsForAttempt(attempt.id), aroundAttempts, now())
    }
    const asked = { attemptId, assignmentId, password: password ?? null }
    return beginAssigned(db, scope, asked, itemsOf, afterSettled, now())
  },
)

/** What drawing a blueprint shows, for the form that it is put together in. */
export interface BlueprintProof {
  /** How many questions of the bank fit each row. */
  fitting: number[]
  proof: Proof
}

/** Draws the forms of a blueprint, to see whether that can be done. */
export const proveBlueprint = action(
  z.strictObject({ classId: idSchema, questions: questionsSchema }),
  async ({ classId, questions }): Promise<BlueprintProof | Refusal> => {
    const actor = await currentActor()
    if (!('accountId' in actor)) return notSignedIn
    if (assignScope(actor, { id: classId }) === null) return unknownClass
    if (questions.kind === 'picked') return { fitting: [], proof: { kind: 'possible', repeated: 0 } }
    return { fitting: questions.cells.map(countFitting), proof: prove(questions, bank) }
  },
)

/** What a draft comes to in a class, if it can be done. */
async function contentOf(draft: Draft, classId: string): Promise<AssignmentContent | Refusal> {
  const scope = classScope(await currentActor(), { id: classId })
  const found = scope === null ? null : await findClass(database(), scope)
  if (found === null) return unknownClass
  const content = readDraft(draft, found.timeZone)
  if ('problem' in content) return refusalOf(content.problem)
  const problem = problemWithWork(content.work, await findBankFor(database(), content.work), knows)
  return problem === null ? content : refusalOf(problem)
}

function refusalOf({ field, message }: FieldProblem): Refusal {
  return refuseField(field, 'draft', message)
}

function done(problem: Refusal | null): { changed: true } | Refusal {
  return problem ?? { changed: true }
}
