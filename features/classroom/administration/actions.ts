import 'server-only'
import { z } from 'zod'
import { notAdministrator } from '@/features/accounts/administration/mutations.ts'
import { emailSchema } from '@/features/accounts/email.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import { siteScope } from '@/features/accounts/scope.ts'
import { action, type Refusal } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { giveTeacher } from './mutations.ts'

const teacherSchema = z.strictObject({ classId: z.string().max(40), email: emailSchema })

/** Gives a class a teacher, for whoever runs the site. */
export const giveClassTeacher = action(teacherSchema, async (given): Promise<{ changed: true } | Refusal> => {
  const scope = siteScope(await currentActor())
  if (scope === null) return notAdministrator
  return (await giveTeacher(database(), scope, given, now())) ?? { changed: true }
})
