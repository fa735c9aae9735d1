import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { createAccount } from '@/features/accounts/mutations.ts'
import type { ClassRole } from '@/features/accounts/policy.ts'
import { type GradebookScope, gradebookScope } from '@/features/accounts/scope.ts'
import { lessonRules } from '@/features/quiz/plan.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { usualSettings } from '../assignments/settings.ts'
import {
  findClassName,
  findInsightHead,
  listAssignmentAttempts,
  listAssignmentStandings,
  listClassFlags,
  listClassKnowledge,
  listClassLearners,
} from './data.ts'

const start = new Date('2026-03-02T12:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const classId = 'a class'
const quizId = 'a quiz'
const items = ['made-1.who', 'made-2.who']

interface Member {
  accountId: string
  learnerId: string
}

describeOnBothDatabases('what a class has done', (open) => {
  let db: Database
  let scope: GradebookScope
  let ada: Member
  let ben: Member
  let teacher: Member
  beforeEach(async () => {
    db = open()
    await db.class.create({ data: { id: classId, name: 'Law 2', timeZone: 'UTC', createdAt: start } })
    await db.class.create({ data: { id: 'another', name: 'Law 3', timeZone: 'UTC', createdAt: start } })
    await db.assignment.create({
      data: {
        id: quizId,
        classId,
        title: 'The veto',
        work: { kind: 'quiz', questions: { kind: 'picked', itemIds: items } },
        settings: usualSettings,
        dueAt: later(60),
        createdAt: start,
        publishedAt: start,
      },
    })
    ada = await member('Ada', 'learner')
    ben = await member('Ben', 'learner')
    teacher = await member('Tess', 'teacher')
    const actor = {
      kind: 'account',
      ...teacher,
      memberships: [{ classId, role: 'teacher' }],
    } as const
    scope = gradebookScope(actor, { id: classId }) as GradebookScope
  })

  async function member(name: string, role: ClassRole, of = classId): Promise<Member> {
    const [accountId, learnerId] = [randomUUID(), randomUUID()]
    const account = {
      id: accountId,
      email: `${accountId}@school.example`,
      name,
      passwordHash: null,
      isEmailVerified: false,
      guestId: null,
      newLearner: { id: learnerId, timeZone: 'UTC' },
    }
    await inTransaction(db, (tx) => createAccount(tx, account, start))
    await db.membership.create({ data: { classId: of, accountId, role, joinedAt: start } })
    return { accountId, learnerId }
  }

  async function attempt(learnerId: string, given: { scores?: number[]; at?: Date; certainty?: number } = {}) {
    const { scores = [1, 0], at = start, certainty = null } = given
    const id = randomUUID()
    await db.attempt.create({
      data: {
        id,
        learnerId,
        plan: { kind: 'assignment', assignmentId: quizId, title: 'The veto', form: 1 },
        rules: lessonRules,
        assignmentId: quizId,
        startedAt: at,
        status: 'finished',
        finishedAt: at,
        items: { create: items.map((itemId, i) => ({ position: i + 1, itemId, itemRevision: 'r1' })) },
        answers: {
          create: scores.map((score, i) => ({
            id: randomUUID(),
            learnerId,
            itemId: items[i] ?? '',
            itemRevision: 'r1',
            response: {},
            score,
            certainty,
            answeredAt: at,
          })),
        },
      },
    })
  }

  it('names a quiz of the class, and no other class’s, and what is no quiz', async () => {
    expect(await findInsightHead(db, scope, quizId)).toEqual({
      id: quizId,
      classId,
      title: 'The veto',
      className: 'Law 2',
      isOnlyForm: true,
      isAdaptive: false,
    })
    expect(await findClassName(db, scope)).toBe('Law 2')
    const reading = { work: { kind: 'lessons', lessonIds: ['a-lesson'] } }
    await db.assignment.update({ where: { id: quizId }, data: reading })
    expect(await findInsightHead(db, scope, quizId)).toBeNull()
    await db.assignment.update({ where: { id: quizId }, data: { classId: 'another' } })
    expect(await findInsightHead(db, scope, quizId)).toBeNull()
  })

  it('counts the attempts of its learners, and not a teacher’s preview', async () => {
    await attempt(ben.learnerId, { at: later(2) })
    await attempt(ada.learnerId, { at: later(1) })
    await attempt(teacher.learnerId)
    const listed = await listAssignmentAttempts(db, scope, quizId)
    expect(listed.map(({ learnerId, testId, form }) => [learnerId, testId, form])).toEqual([
      [ada.learnerId, quizId, 1],
      [ben.learnerId, quizId, 1],
    ])
    expect(listed[0]?.items.map(({ answer }) => answer?.score)).toEqual([1, 0])
    await db.assignment.update({ where: { id: quizId }, data: { classId: 'another' } })
    expect(await listAssignmentAttempts(db, scope, quizId)).toEqual([])
  })

  it('has what its learners say of questions, and nobody else’s words', async () => {
    const outsider = await member('Olga', 'learner', 'another')
    const flag = (learnerId: string, comment: string) =>
      db.itemFlag.create({
        data: { id: randomUUID(), learnerId, itemId: 'made-1.who', itemRevision: 'r1', comment, flaggedAt: start },
      })
    await flag(ada.learnerId, 'Unclear.')
    await flag(outsider.learnerId, 'Mine alone.')
    expect((await listClassFlags(db, scope, items)).map(({ comment }) => comment)).toEqual(['Unclear.'])
    expect(await listClassFlags(db, scope, ['made-2.who'])).toEqual([])
  })

  it('tells when each learner last studied, and how sure they were of what was wrong', async () => {
    await attempt(ben.learnerId, { scores: [1, 0], certainty: 3, at: later(5) })
    await db.review.create({
      data: {
        id: randomUUID(),
        learnerId: ben.learnerId,
        cardId: 'made-1.a',
        cardRevision: 'r1',
        rating: 3,
        durationMs: 1,
        reviewedAt: later(9),
      },
    })
    await db.membership.update({
      where: { classId_accountId: { classId, accountId: ada.accountId } },
      data: { groups: { create: { group: { create: { id: 'a group', classId, name: 'A', createdAt: start } } } } },
    })
    expect(await listClassLearners(db, scope)).toEqual([
      { ...ada, name: 'Ada', groupIds: ['a group'], lastStudiedAt: null, sure: { answers: 0, wrong: 0 } },
      { ...ben, name: 'Ben', groupIds: [], lastStudiedAt: later(9), sure: { answers: 2, wrong: 1 } },
    ])
  })

  it('gathers what each learner’s cards and latest answers tell, of those who are in it now', async () => {
    await attempt(ada.learnerId, { scores: [0, 1], at: start })
    await attempt(ada.learnerId, { scores: [1, 1], at: later(1) })
    await attempt(teacher.learnerId)
    await db.cardState.create({
      data: {
        learnerId: ada.learnerId,
        cardId: 'made-1.a',
        dueAt: start,
        stability: 1,
        difficulty: 5,
        phase: 2,
        learningStep: 0,
        intervalDays: 30,
        reps: 3,
        lapses: 0,
        firstReviewedAt: start,
        lastReviewedAt: start,
        intervalBucket: 5,
      },
    })
    const traces = await listClassKnowledge(db, scope)
    const told = traces.map(({ memories, latestScores }) => [[...memories], [...latestScores].sort()])
    expect(told).toHaveLength(2)
    expect(told).toContainEqual([[], []])
    expect(told).toContainEqual([
      [['made-1.a', { phase: 2, intervalDays: 30 }]],
      [
        ['made-1.who', 1],
        ['made-2.who', 1],
      ],
    ])
  })

  it('tells how learners stand in what is assigned, a teacher’s word before what was earned', async () => {
    const cell = { assignmentId: quizId, state: 'finished', ofPoints: 2, isLate: false, attempts: 1, handedInAt: start }
    await db.gradeCell.create({ data: { id: randomUUID(), accountId: ada.accountId, points: 0.5, ...cell } })
    await db.gradeCell.create({ data: { id: randomUUID(), accountId: ben.accountId, points: 1, ...cell } })
    await db.gradeDecision.create({
      data: { assignmentId: quizId, accountId: ben.accountId, points: 2, isExcused: true, decidedAt: start },
    })
    await db.assignmentOverride.create({
      data: {
        id: randomUUID(),
        assignmentId: quizId,
        accountId: ada.accountId,
        terms: { dueAt: later(90).toISOString() },
        reason: 'Ill',
        createdAt: start,
      },
    })
    const [standing, ...rest] = await listAssignmentStandings(db, scope)
    expect(rest).toEqual([])
    expect(standing?.grades).toEqual(
      new Map([
        [ada.accountId, { share: 0.25, isHandedIn: true }],
        [ben.accountId, { share: 1, isHandedIn: true }],
      ]),
    )
    expect(standing?.excused).toEqual(new Set([ben.accountId]))
    expect(standing?.overrides).toEqual([{ accountId: ada.accountId, groupId: null, terms: { dueAt: later(90) } }])
    await db.assignment.update({ where: { id: quizId }, data: { publishedAt: null } })
    expect(await listAssignmentStandings(db, scope)).toEqual([])
  })
})
