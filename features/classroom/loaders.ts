import 'server-only'
import { headers } from 'next/headers'
import { limitOn, limitOnAddress } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { currentActor, currentVisit } from '@/features/accounts/loaders.ts'
import type { ClassRole } from '@/features/accounts/policy.ts'
import {
  classEditScope,
  classScope,
  gradebookScope,
  leaveScope,
  membersScope,
  rosterScope,
} from '@/features/accounts/scope.ts'
import type { Refusal } from '@/lib/action.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { askedHost, isOverTls } from '@/lib/proxy.ts'
import { type Picture, qrPicture } from '@/lib/qr-picture.ts'
import {
  type ClassRow,
  findClass,
  findClassByCode,
  findJoinCode,
  type GroupRow,
  listGroups,
  listOwnClasses,
  listOwnGroups,
  listRoster,
  listStaff,
} from './data.ts'
import { joinPath, shownJoinCode, typedJoinCode } from './join-code.ts'

/** A class in the list of one's own. */
export interface OwnClass {
  id: string
  name: string
  role: ClassRole
  learners: number
  isArchived: boolean
}

/** The page of one's classes. */
export interface OwnClasses {
  classes: OwnClass[]
  /** What a new class starts from. */
  timeZone: string
  timeZones: string[]
}

/** The classes of whoever is signed in; nothing for anybody else. */
export async function loadOwnClasses(): Promise<OwnClasses | null> {
  const visit = await currentVisit()
  if (visit.kind !== 'signed-in') return null
  const rows = await listOwnClasses(database(), visit.scope)
  return {
    classes: rows.map(({ id, name, role, learners, archivedAt }) => ({
      id,
      name,
      role,
      learners,
      isArchived: archivedAt !== null,
    })),
    timeZone: visit.learner.timeZone,
    timeZones: Intl.supportedValuesOf('timeZone'),
  }
}

/** How people come into a class. */
export interface WayIn {
  /** As people read it. */
  code: string
  link: string
}

/** What everybody in a class sees of it. */
interface ClassFace {
  id: string
  name: string
  timeZone: string
  isArchived: boolean
  /** Whether it is a class that one is in, and can leave. */
  canLeave: boolean
}

/** A class as one of its learners sees it: who teaches it, and nothing of the others. */
export interface LearnersClass extends ClassFace {
  kind: 'learner'
  staff: { name: string; role: ClassRole }[]
  groups: string[]
}

/** A class as those see it who teach in it or look after it. */
export interface TaughtClass extends ClassFace {
  kind: 'taught'
  /** Nothing while it is closed. */
  wayIn: WayIn | null
  roster: { accountId: string; name: string; role: ClassRole; joinedOn: string; isSelf: boolean }[]
  groups: GroupRow[]
  /** Whether one may change the class itself. */
  canEdit: boolean
  /** Whether one may change who is in it. */
  canManageMembers: boolean
  /** Whether one may see what everybody has earned. */
  canReadGradebook: boolean
  timeZones: string[]
}

/** A class; nothing for whoever is not in it. */
export async function loadClass(classId: string): Promise<LearnersClass | TaughtClass | null> {
  const [visit, actor] = await Promise.all([currentVisit(), currentActor()])
  const asked = { id: classId }
  const scope = classScope(actor, asked)
  if (visit.kind !== 'signed-in' || scope === null) return null
  const db = database()
  const found = await findClass(db, scope)
  if (found === null) return null
  const face = { ...faceOf(found), canLeave: leaveScope(actor, asked) !== null }
  const taught = rosterScope(actor, asked)
  if (taught === null) {
    const [staff, groups] = await Promise.all([listStaff(db, scope), listOwnGroups(db, visit.scope, scope)])
    return { kind: 'learner', ...face, staff, groups }
  }
  const [code, roster, groups] = await Promise.all([
    findJoinCode(db, taught),
    listRoster(db, taught),
    listGroups(db, taught),
  ])
  const isOpen = found.archivedAt === null
  return {
    kind: 'taught',
    ...face,
    wayIn: code === null ? null : await wayIn(code),
    roster: roster.map(({ joinedAt, ...member }) => ({
      ...member,
      joinedOn: dayText(joinedAt, found.timeZone),
      isSelf: member.accountId === visit.account.id,
    })),
    groups,
    canEdit: classEditScope(actor, asked) !== null,
    canReadGradebook: gradebookScope(actor, asked) !== null,
    canManageMembers: isOpen && membersScope(actor, asked) !== null,
    timeZones: Intl.supportedValuesOf('timeZone'),
  }
}

/** The card of a class, to be printed. */
export interface ClassCard {
  id: string
  name: string
  wayIn: (WayIn & { picture: Picture }) | null
}

/** The card of a class; nothing for whoever may not see its code. */
export async function loadClassCard(classId: string): Promise<ClassCard | null> {
  const actor = await currentActor()
  const [scope, taught] = [classScope(actor, { id: classId }), rosterScope(actor, { id: classId })]
  if (scope === null || taught === null) return null
  const found = await findClass(database(), scope)
  if (found === null) return null
  const code = await findJoinCode(database(), taught)
  if (code === null) return { id: found.id, name: found.name, wayIn: null }
  const way = await wayIn(code)
  return { id: found.id, name: found.name, wayIn: { ...way, picture: qrPicture(way.link) } }
}

/** What a code leads to. */
export type Invitation =
  /** Whoever asks has tried too many. */
  | { kind: 'wait'; message: string }
  | { kind: 'nothing' }
  | { kind: 'class'; code: string; name: string; teachers: string[]; isSignedIn: boolean }
  /** One that whoever asks is in already. */
  | { kind: 'own'; classId: string }

/** What the code in an address leads to, for whoever asks. */
export async function loadInvitation(typed: string): Promise<Invitation> {
  const actor = await currentActor()
  const limit = await limitOnCodes(actor)
  if (limit !== null) return { kind: 'wait', message: limit.refused.message }
  const code = typedJoinCode(typed)
  const found = code === null ? null : await findClassByCode(database(), code)
  if (code === null || found === null) return { kind: 'nothing' }
  if (leaveScope(actor, found) !== null) return { kind: 'own', classId: found.id }
  const { name, teachers } = found
  return { kind: 'class', code, name, teachers, isSignedIn: 'accountId' in actor }
}

/** Why whoever asks has to wait; a stranger is counted by where they come from, as a whole class may begin at once. */
async function limitOnCodes(actor: Awaited<ReturnType<typeof currentActor>>): Promise<Refusal | null> {
  if ('accountId' in actor) return limitOn(limits.joining, actor.accountId)
  if (actor.kind === 'guest') return limitOn(limits.joining, actor.learnerId)
  return limitOnAddress(limits.codesSeen, { headers: await headers() })
}

async function wayIn(code: string): Promise<WayIn> {
  const asked = await headers()
  // Whoever asks is shown the address that they came by, unless whoever runs the site has said which it is.
  const origin = env().SITE_URL ?? `${isOverTls(asked) ? 'https' : 'http'}://${askedHost(asked)}`
  return { code: shownJoinCode(code), link: new URL(joinPath(code), origin).href }
}

function faceOf({ id, name, timeZone, archivedAt }: ClassRow) {
  return { id, name, timeZone, isArchived: archivedAt !== null }
}

/** "3 March 2026", as the class's clock has it. */
function dayText(instant: Date, timeZone: string): string {
  return instant.toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
}
