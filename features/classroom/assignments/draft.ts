import { z } from 'zod'
import { instantOf } from './local-time.ts'
import { type Settings, settingsSchema } from './settings.ts'
import { type OverrideTerms, overrideTermsSchema, type Terms } from './terms.ts'
import { type Work, workSchema } from './work.ts'

/** A time as it was typed, by the class's clock; empty for none. */
const typedTime = z.string().max(40)

/** An assignment as a teacher fills it in. */
export const draftSchema = z.strictObject({
  title: z.string().trim().min(1, 'this is still empty.').max(200, 'at most 200 letters.'),
  instructions: z.string().trim().max(5000, 'at most 5000 letters.'),
  work: workSchema,
  settings: settingsSchema,
  opensAt: typedTime,
  dueAt: typedTime,
  closesAt: typedTime,
  /** Empty where there is none. */
  password: z.string().trim().max(100, 'at most 100 letters.'),
  weight: z.number('expected a number.').min(0, '0 or more.').max(1000, 'at most 1000.'),
  holdsGrades: z.boolean(),
})
export type Draft = z.infer<typeof draftSchema>

/** What an assignment holds, apart from whether it is published. */
export interface AssignmentContent {
  title: string
  instructions: string
  work: Work
  settings: Settings
  opensAt: Date | null
  dueAt: Date | null
  closesAt: Date | null
  password: string | null
  weight: number
  holdsGrades: boolean
}

/** What somebody has in place of a time of the class. */
const typedChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('as-for-all') }),
  z.strictObject({ kind: z.literal('at'), time: typedTime }),
  /** The class's time does not hold for them, and no other does. */
  z.strictObject({ kind: z.literal('none') }),
])
export type TypedChange = z.infer<typeof typedChangeSchema>

/** Other terms as they are filled in; nothing in place of a number leaves it as it is. */
export const typedTermsSchema = z.strictObject({
  opensAt: typedChangeSchema,
  dueAt: typedChangeSchema,
  closesAt: typedChangeSchema,
  attempts: overrideTermsSchema.shape.attempts,
  extraMinutes: overrideTermsSchema.shape.extraMinutes,
})
export type TypedTerms = z.infer<typeof typedTermsSchema>

/** What is wrong with a field. */
export interface FieldProblem {
  field: string
  message: string
}

type Times = Pick<Terms, 'opensAt' | 'dueAt' | 'closesAt'>
const timeNames = ['opensAt', 'dueAt', 'closesAt'] as const
type TimeName = (typeof timeNames)[number]

/** What a draft comes to by the class's clock. */
export function readDraft(draft: Draft, timeZone: string): AssignmentContent | { problem: FieldProblem } {
  const times = readTimes(
    timeNames.flatMap((name) => (draft[name] === '' ? [] : [[name, draft[name]]])),
    timeZone,
  )
  if ('problem' in times) return times
  const { opensAt = null, dueAt = null, closesAt = null } = times
  const problem = problemWithTimes({ opensAt, dueAt, closesAt })
  if (problem !== null) return { problem }
  const { title, instructions, work, settings, password, weight, holdsGrades } = draft
  if (holdsGrades && settings.behaviour !== 'deferred-feedback') {
    const message =
      settings.behaviour === 'adaptive'
        ? 'Grades cannot be held where learners are told how each try fared. Give feedback at the end instead.'
        : 'Grades cannot be held where every answer is explained at once. Explain them at the end instead.'
    return { problem: { field: 'holdsGrades', message } }
  }
  const content = { title, instructions, work, settings, opensAt, dueAt, closesAt, weight, holdsGrades }
  return { ...content, password: password === '' ? null : password }
}

/** What other terms come to by the class's clock. */
export function readTerms(typed: TypedTerms, timeZone: string): OverrideTerms | { problem: FieldProblem } {
  const changes = timeNames.map((name) => [name, typed[name]] as const)
  const times = readTimes(
    changes.flatMap(([name, change]) => (change.kind === 'at' ? [[name, change.time]] : [])),
    timeZone,
  )
  if ('problem' in times) return times
  const { attempts, extraMinutes } = typed
  const terms: OverrideTerms = {
    ...times,
    ...Object.fromEntries(changes.flatMap(([name, { kind }]) => (kind === 'none' ? [[name, null]] : []))),
    ...(attempts === undefined ? {} : { attempts }),
    ...(extraMinutes === undefined ? {} : { extraMinutes }),
  }
  return Object.keys(terms).length > 0
    ? terms
    : { problem: { field: 'terms', message: 'Nothing is different yet: give other times, attempts or extra time.' } }
}

/** What is wrong with times that follow each other; nothing where nothing is. */
export function problemWithTimes({ opensAt, dueAt, closesAt }: Times): FieldProblem | null {
  if (opensAt !== null && dueAt !== null && dueAt <= opensAt) {
    return { field: 'dueAt', message: 'It would be due before it opens.' }
  }
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) {
    return { field: 'closesAt', message: 'It would close before it opens.' }
  }
  if (dueAt !== null && closesAt !== null && closesAt < dueAt) {
    return { field: 'closesAt', message: 'It would close before it is due.' }
  }
  return null
}

function readTimes(
  typed: readonly (readonly [field: TimeName, time: string])[],
  timeZone: string,
): Partial<Record<TimeName, Date>> | { problem: FieldProblem } {
  const times: Partial<Record<TimeName, Date>> = {}
  for (const [field, time] of typed) {
    const read = instantOf(time, timeZone)
    if (read.kind !== 'instant') return { problem: { field, message: sayWhy(read, timeZone) } }
    times[field] = read.instant
  }
  return times
}

function sayWhy(read: Exclude<ReturnType<typeof instantOf>, { kind: 'instant' }>, timeZone: string): string {
  return read.kind === 'malformed'
    ? 'This is no date and time: it takes both.'
    : `This time does not come: the clocks in ${timeZone} are put forward over it. Take ${read.instead}, or an earlier time.`
}
