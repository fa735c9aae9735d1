import 'server-only'
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { note } from '@/features/accounts/auditing/actions.ts'
import { limitOn } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import { classEditScope, joinScope, leaveScope, membersScope, newClassScope } from '@/features/accounts/scope.ts'
import { timeZoneSchema } from '@/features/accounts/time-zone.ts'
import { action, type Refusal } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { classNameSchema } from './class-name.ts'
import { findClassByCode } from './data.ts'
import { newJoinCode, typedJoinCode } from './join-code.ts'
import {
  archiveClass,
  changeMember,
  codeOpensNothing,
  createClass,
  deleteGroup,
  joinClass,
  keepGroup,
  leaveClass,
  renameClass,
  setDropLowest,
  setJoinCode,
  takeUpClass,
  unknownClass,
} from './mutations.ts'

const newClassSchema = z.strictObject({ id: z.uuid(), name: classNameSchema, timeZone: timeZoneSchema })

/** Makes a class, open by a code, with whoever asks as its teacher. */
export const makeClass = action(newClassSchema, async (named): Promise<{ classId: string } | Refusal> => {
  const actor = await currentActor()
  const scope = newClassScope(actor)
  if (scope === null) return notSignedIn
  const limit = await limitOn(limits.classes, scope.accountId)
  if (limit !== null) return limit
  const problem = await createClass(database(), scope, { ...named, joinCode: newJoinCode(randomInt) }, now())
  if (problem !== null) return problem
  await note({ act: 'class-created' }, scope.accountId, named.id)
  return { classId: named.id }
})

const idSchema = z.string().max(40)

const classChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('name'), classId: idSchema, name: classNameSchema, timeZone: timeZoneSchema }),
  /** A new code, after which the one before opens nothing. */
  z.strictObject({ kind: z.literal('open'), classId: idSchema }),
  z.strictObject({ kind: z.literal('close'), classId: idSchema }),
  z.strictObject({ kind: z.literal('drop-lowest'), classId: idSchema, count: z.int().min(0).max(20) }),
  z.strictObject({ kind: z.literal('archive'), classId: idSchema }),
  z.strictObject({ kind: z.literal('take-up'), classId: idSchema }),
  z.strictObject({
    kind: z.literal('group'),
    classId: idSchema,
    id: z.uuid(),
    name: classNameSchema,
    accountIds: z.array(idSchema).max(1000),
  }),
  z.strictObject({ kind: z.literal('group-away'), classId: idSchema, id: z.uuid() }),
])

/** What can be changed of a class itself. */
export type ClassChange = z.infer<typeof classChangeSchema>

/** Changes a class, for those who teach it. */
export const changeClass = action(classChangeSchema, async (change): Promise<{ changed: true } | Refusal> => {
  const actor = await currentActor()
  if (!('accountId' in actor)) return notSignedIn
  const scope = classEditScope(actor, { id: change.classId })
  if (scope === null) return unknownClass
  const db = database()
  switch (change.kind) {
    case 'name':
      return done(await renameClass(db, scope, { name: change.name, timeZone: change.timeZone }))
    case 'open':
      return done(await setJoinCode(db, scope, newJoinCode(randomInt)))
    case 'close':
      return done(await setJoinCode(db, scope, null))
    case 'drop-lowest':
      return done(await setDropLowest(db, scope, change.count))
    case 'archive':
      await archiveClass(db, scope, now())
      await note({ act: 'class-archived' }, actor.accountId, change.classId)
      return { changed: true }
    case 'take-up':
      await takeUpClass(db, scope)
      return { changed: true }
    case 'group':
      return done(await keepGroup(db, scope, change, now()))
    case 'group-away':
      return done(await deleteGroup(db, scope, change.id))
  }
})

const memberChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('role'),
    classId: idSchema,
    accountId: idSchema,
    role: z.enum(['teacher', 'assistant', 'learner']),
  }),
  z.strictObject({ kind: z.literal('out'), classId: idSchema, accountId: idSchema }),
  /** Goes by oneself. */
  z.strictObject({ kind: z.literal('leave'), classId: idSchema }),
])

/** What can be changed of who is in a class. */
export type MemberChange = z.infer<typeof memberChangeSchema>

/** Changes who is in a class and as what; everybody may go by themselves. */
export const changeMembers = action(memberChangeSchema, async (change): Promise<{ changed: true } | Refusal> => {
  const actor = await currentActor()
  if (!('accountId' in actor)) return notSignedIn
  const asked = { id: change.classId }
  if (change.kind === 'leave') {
    const scope = leaveScope(actor, asked)
    const problem = scope === null ? unknownClass : await leaveClass(database(), scope, now())
    if (problem === null) await note({ act: 'class-left' }, actor.accountId, change.classId)
    return done(problem)
  }
  const scope = membersScope(actor, asked)
  if (scope === null) return unknownClass
  const problem = await changeMember(database(), scope, change, now())
  if (problem === null) {
    const act =
      change.kind === 'role'
        ? ({ act: 'role-changed', to: change.role } as const)
        : ({ act: 'member-removed' } as const)
    await note(act, actor.accountId, change.classId)
  }
  return done(problem)
})

/** Lets whoever is signed in into the class that a code opens. Whoever is in it already is shown the way. */
export const join = action(
  z.strictObject({ code: z.string().max(100) }),
  async ({ code: typed }): Promise<{ classId: string } | Refusal> => {
    const actor = await currentActor()
    if (!('accountId' in actor)) return notSignedIn
    const limit = await limitOn(limits.joining, actor.accountId)
    if (limit !== null) return limit
    const code = typedJoinCode(typed)
    const found = code === null ? null : await findClassByCode(database(), code)
    if (code === null || found === null) return codeOpensNothing
    const scope = joinScope(actor, found)
    if (scope === null) return { classId: found.id }
    const problem = await joinClass(database(), scope, code, now())
    if (problem !== null) return problem
    await note({ act: 'class-joined' }, actor.accountId, found.id)
    return { classId: found.id }
  },
)

function done(problem: Refusal | null): { changed: true } | Refusal {
  return problem ?? { changed: true }
}
