import { randomUUID } from 'node:crypto'
import { createSession } from '@/features/accounts/sessions/mutations.ts'
import { sealSession, sessionCookie } from '@/features/accounts/sessions/session-cookie.ts'
import { rulesUnder, usualSettings } from '@/features/classroom/assignments/settings.ts'
import type { Work } from '@/features/classroom/assignments/work.ts'
import type { KeptTries } from '@/features/quiz/tries.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import type { Database } from '@/lib/database.ts'

/** Rows of classes and of what they were assigned, for tests that are not about how these come to be. */

const start = new Date('2026-03-02T12:00:00Z')
const rowsAtOnce = 1_000

/** Somebody with an account. */
export interface MadePerson {
  accountId: string
  learnerId: string
  name: string
}

/** A class of a teacher and learners by these names. */
export async function makeClass(
  db: Database,
  {
    learners,
    teacher = 'Ada',
    timeZone = 'Europe/Lisbon',
  }: { learners: readonly string[]; teacher?: string; timeZone?: string },
): Promise<{ classId: string; teacher: MadePerson; learners: MadePerson[] }> {
  const classId = randomUUID()
  await db.class.create({ data: { id: classId, name: 'History 10b', timeZone, createdAt: start } })
  const [first] = await makeMembers(db, classId, [teacher], 'teacher')
  return { classId, teacher: first as MadePerson, learners: await makeMembers(db, classId, learners, 'learner') }
}

/** Puts new people into a class. */
export async function makeMembers(
  db: Database,
  classId: string,
  names: readonly string[],
  role: 'teacher' | 'assistant' | 'learner',
): Promise<MadePerson[]> {
  const people = names.map((name) => ({ accountId: randomUUID() as string, learnerId: randomUUID() as string, name }))
  await inParts(people, async (part) => {
    await db.learner.createMany({ data: part.map(({ learnerId: id }) => ({ id, timeZone: 'UTC', createdAt: start })) })
    await db.account.createMany({
      data: part.map(({ accountId, learnerId, name }) => {
        const email = `${accountId}@school.example`
        return { id: accountId, learnerId, name, email, emailShown: email, createdAt: start }
      }),
    })
    await db.membership.createMany({
      data: part.map(({ accountId }) => ({ classId, accountId, role, joinedAt: start })),
    })
  })
  return people
}

/** The work of a quiz with these questions. */
export function quizOf(itemIds: readonly string[]): Work {
  return { kind: 'quiz', questions: { kind: 'picked', itemIds: [...itemIds] } }
}

/** Assigns something to a class; what a test is about is given. */
export async function makeAssignment(
  db: Database,
  classId: string,
  {
    work,
    settings = {},
    ...given
  }: Partial<Omit<Prisma.AssignmentUncheckedCreateInput, 'work' | 'settings'>> & {
    work: Work
    settings?: Partial<typeof usualSettings>
  },
): Promise<string> {
  const id = randomUUID()
  await db.assignment.create({
    data: {
      id,
      classId,
      title: 'A quiz',
      work,
      settings: { ...usualSettings, ...settings } as unknown as Prisma.InputJsonObject,
      createdAt: start,
      publishedAt: start,
      ...given,
    },
  })
  return id
}

/** An attempt at an assignment as it stands once it is settled: a score for each item, nothing where it was left open. */
export async function makeAttempt(
  db: Database,
  { assignmentId, learnerId }: { assignmentId: string; learnerId: string },
  scores: Readonly<Record<string, number | null>>,
  {
    startedAt = start,
    status = 'finished',
    finishedAt = status === 'in-progress' ? null : startedAt,
    response = () => 'a made-up response',
    tries = () => null,
    closesAt = null,
  }: {
    startedAt?: Date
    status?: 'in-progress' | 'finished' | 'abandoned'
    finishedAt?: Date | null
    response?: (itemId: string) => unknown
    /** Nothing where an item was tried once. */
    tries?: (itemId: string) => KeptTries | null
    closesAt?: Date | null
  } = {},
): Promise<string> {
  const id = randomUUID()
  const itemIds = Object.keys(scores)
  await db.attempt.create({
    data: {
      id,
      learnerId,
      assignmentId,
      plan: { kind: 'assignment', assignmentId, title: 'A quiz', form: 1 },
      rules: rulesUnder(usualSettings, { timeLimitSeconds: null, closesAt }) as unknown as Prisma.InputJsonObject,
      startedAt,
      status,
      finishedAt,
      items: { create: itemIds.map((itemId, index) => ({ itemId, itemRevision: 'r1', position: index + 1 })) },
      answers: {
        create: itemIds.flatMap((itemId) => {
          const score = scores[itemId]
          if (score === null || score === undefined) return []
          const given = response(itemId) as Prisma.InputJsonValue
          const tried = tries(itemId)
          const several = tried === null ? {} : { tries: tried as object, firstTryScore: tried.tries[0]?.score ?? null }
          const stamp = { id: randomUUID(), learnerId, itemId, itemRevision: 'r1', answeredAt: startedAt }
          return [{ ...stamp, response: given, score, ...several }]
        }),
      },
    },
  })
  return id
}

/** Stores many rows a part at a time, as a statement takes only so many. */
export async function inParts<Row>(rows: readonly Row[], store: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await store(rows.slice(from, from + rowsAtOnce))
}

/** The cookie of a browser in which somebody is signed in. */
export async function signedInCookie(
  db: Database,
  accountId: string,
  secret: string,
  now: Date,
): Promise<{ name: string; value: string }> {
  const id = randomUUID()
  await createSession(db, { id, accountId, browser: 'A test' }, now)
  return { name: sessionCookie.name, value: await sealSession({ sessionId: id, generation: 0, issuedAt: now }, secret) }
}
