import { randomUUID } from 'node:crypto'
import { probit } from 'simple-statistics'
import { usualSettings } from '@/features/classroom/assignments/settings.ts'
import type { ItemOf } from '@/features/quiz/item.ts'
import { lessonRules } from '@/features/quiz/plan.ts'
import { type Database, openDatabase } from '@/lib/database.ts'
import { shortHash } from '@/lib/random.ts'
import { items } from './fixtures.ts'

/** Between 0 and 1, the same for the same name. */
const chance = (name: string) => (Number.parseInt(shortHash(name).slice(0, 8), 16) + 0.5) / 2 ** 32

/** Choice items that share no fact. */
const asked = items
  .filter((item): item is ItemOf<'single-choice'> => item.type === 'single-choice' && item.options.length === 4)
  .filter(({ factIds }, index, all) => all.findIndex((other) => other.factIds[0] === factIds[0]) === index)
  .slice(0, 12)

export interface SimulatedClass {
  classId: string
  assignmentId: string
  items: typeof asked
  /** The item that the class answers as if another option were its key, and the text of that option. */
  miskeyed: { itemId: string; taken: string }
}

/**
 * Writes a class of somebody who has an account, with learners who have taken a quiz of twelve items. They answer by a
 * two-parameter logistic model. In one item those who know choose what the catalog has as wrong, as they would if its
 * key were; of that item one of them says so.
 */
export async function simulateClass(
  databaseUrl: string,
  teacherEmail: string,
  learners: number,
): Promise<SimulatedClass> {
  const db = openDatabase(databaseUrl)
  try {
    return await writeClass(db, teacherEmail, learners)
  } finally {
    await db.$disconnect()
  }
}

async function writeClass(db: Database, teacherEmail: string, learners: number): Promise<SimulatedClass> {
  const teacher = await db.account.findFirstOrThrow({ where: { emailShown: teacherEmail } })
  const [classId, assignmentId] = [randomUUID(), randomUUID()]
  const at = new Date(Date.now() - 3_600_000)
  await db.class.create({
    data: {
      id: classId,
      name: 'International law, second year',
      timeZone: 'Europe/Lisbon',
      createdAt: at,
      memberships: { create: { accountId: teacher.id, role: 'teacher', joinedAt: at } },
    },
  })
  await db.assignment.create({
    data: {
      id: assignmentId,
      classId,
      title: 'The dialogue of 2016',
      work: { kind: 'quiz', questions: { kind: 'picked', itemIds: asked.map(({ id }) => id) } },
      settings: { ...usualSettings, timeLimitSeconds: 1800 },
      dueAt: at,
      createdAt: at,
      publishedAt: at,
    },
  })
  const people = Array.from({ length: learners }, (_, index) => ({
    index,
    learnerId: randomUUID(),
    accountId: randomUUID(),
    attemptId: randomUUID(),
    name: `Learner ${String(index + 1).padStart(3, '0')}`,
  }))
  await db.learner.createMany({
    data: people.map(({ learnerId }) => ({ id: learnerId, timeZone: 'UTC', createdAt: at })),
  })
  await db.account.createMany({
    data: people.map(({ accountId, learnerId, name }) => {
      const email = `${accountId}@school.example`
      return { id: accountId, learnerId, email, emailShown: email, name, createdAt: at }
    }),
  })
  await db.membership.createMany({
    data: people.map(({ accountId }) => ({ classId, accountId, role: 'learner', joinedAt: at })),
  })
  // The last has not begun.
  const takers = people.slice(0, -1)
  await db.attempt.createMany({
    data: takers.map(({ attemptId, learnerId }) => ({
      id: attemptId,
      learnerId,
      assignmentId,
      plan: { kind: 'assignment', assignmentId, title: 'The dialogue of 2016', form: 1 },
      rules: { ...lessonRules, behaviour: 'deferred-feedback' },
      startedAt: at,
      status: 'finished',
      finishedAt: at,
    })),
  })
  await db.attemptItem.createMany({
    data: takers.flatMap(({ attemptId }) =>
      asked.map(({ id, revision }, index) => ({ attemptId, position: index + 1, itemId: id, itemRevision: revision })),
    ),
  })
  const [, , , miskeyed] = asked
  if (miskeyed === undefined) throw new Error('the bank has fewer than four items to choose in')
  const takenFor = miskeyed.options.find(({ id }) => id !== miskeyed.key)
  const answers = takers.flatMap(({ index, learnerId, attemptId }) => {
    const ability = probit(chance(`ability ${index}`))
    return asked.map((item, position) => {
      const difficulty = -1.6 + (3.2 * position) / (asked.length - 1)
      const knows = chance(`${index} ${position}`) < 1 / (1 + Math.exp(-1.6 * (ability - difficulty)))
      const right = item === miskeyed ? (takenFor?.id ?? '') : item.key
      const others = item.options.filter(({ id }) => id !== right)
      const other = others[Math.floor(others.length * chance(`other ${index} ${position}`))]
      const optionId = knows ? right : (other?.id ?? '')
      return {
        id: randomUUID(),
        learnerId,
        attemptId,
        itemId: item.id,
        itemRevision: item.revision,
        response: { optionId },
        score: optionId === item.key ? 1 : 0,
        certainty: index === 0 ? 3 : null,
        answeredAt: at,
      }
    })
  })
  await db.answer.createMany({ data: answers })
  await db.gradeCell.createMany({
    data: takers.map(({ accountId, attemptId }) => ({
      id: randomUUID(),
      assignmentId,
      accountId,
      state: 'finished',
      points: answers.filter((answer) => answer.attemptId === attemptId).reduce((sum, { score }) => sum + score, 0),
      ofPoints: asked.length,
      isLate: false,
      attempts: 1,
      attemptId,
      handedInAt: at,
    })),
  })
  await db.itemFlag.create({
    data: {
      id: randomUUID(),
      learnerId: people[0]?.learnerId ?? '',
      itemId: miskeyed.id,
      itemRevision: miskeyed.revision,
      comment: 'Is this really what the summary says?',
      flaggedAt: at,
    },
  })
  return { classId, assignmentId, items: asked, miskeyed: { itemId: miskeyed.id, taken: takenFor?.text ?? '' } }
}
