import 'server-only'
import { z } from 'zod'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import { gradingScope } from '@/features/accounts/scope.ts'
import type { TeacherDeed } from '@/features/quiz/attempt.ts'
import { action, type Refusal, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { unknownClass } from '../mutations.ts'
import { mostMinutes, mostSigns, noMinutesText } from './live.ts'
import { actOnTakers } from './mutations.ts'

const idSchema = z.string().max(40)
const toTakers = { actId: z.uuid(), classId: idSchema, assignmentId: idSchema }

const takersActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('extend'), ...toTakers, minutes: z.number() }),
  z.strictObject({ kind: z.literal('tell'), ...toTakers, text: z.string().trim() }),
])

/** What can be done to all who are taking a quiz. */
export type AskedAct = z.infer<typeof takersActSchema>

/** Acts on all who are taking a quiz, for those who teach or assist in the class. */
export const actOnTaking = action(takersActSchema, async (asked): Promise<{ reached: number } | Refusal> => {
  const actor = await currentActor()
  if (!('accountId' in actor)) return notSignedIn
  const scope = gradingScope(actor, { id: asked.classId })
  if (scope === null) return unknownClass
  const deed = deedOf(asked)
  if ('refused' in deed) return deed
  const { actId, assignmentId } = asked
  return actOnTakers(database(), scope, { actId, assignmentId, deed }, now())
})

function deedOf(asked: AskedAct): TeacherDeed | Refusal {
  if (asked.kind === 'extend') {
    const { minutes } = asked
    const isWithin = Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes
    return isWithin ? { kind: 'extended', seconds: minutes * 60 } : noMinutes
  }
  const { text } = asked
  if (text === '') return refuseField('text', 'no-text', 'Message: this is still empty.')
  if (text.length <= mostSigns) return { kind: 'told', text }
  return refuseField('text', 'too-long', `Message: expected at most ${mostSigns} characters, found ${text.length}.`)
}

const noMinutes = refuseField('minutes', 'no-minutes', noMinutesText)
