import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Actor } from '@/features/accounts/policy.ts'
import { gradebookScope, gradingScope } from '@/features/accounts/scope.ts'
import type { TeacherDeed } from '@/features/quiz/attempt.ts'
import { recordEvent } from '@/features/quiz/mutations.ts'
import type { Database } from '@/lib/database.ts'
import { type MadePerson, makeAssignment, makeAttempt, makeClass, quizOf } from '@/testing/assigned.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { workOf } from '@/testing/work.ts'
import { listTakings } from './data.ts'
import { liveRows } from './live.ts'
import { actOnTakers } from './mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const atMinute = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const tenMinutes: TeacherDeed = { kind: 'extended', seconds: 600 }
const nothing = async () => {}

describeOnBothDatabases('a quiz while it is taken', (open) => {
  let db: Database
  let classId: string
  let teacher: MadePerson
  let ben: MadePerson
  let cleo: MadePerson
  let quizId: string
  beforeEach(async () => {
    db = open()
    const made = await makeClass(db, { learners: ['Ben', 'Cleo'] })
    ;({ classId, teacher } = made)
    ;[ben, cleo] = made.learners as [MadePerson, MadePerson]
    quizId = await makeAssignment(db, classId, { work: quizOf(['a', 'b']) })
  })

  const proved = <Scope>(scope: (actor: Actor, asked: { id: string }) => Scope | null) => {
    const { accountId, learnerId } = teacher
    const memberships = [{ classId, role: 'teacher' as const }]
    return scope({ kind: 'account', accountId, learnerId, memberships }, { id: classId }) as Scope
  }
  const begun = ({ learnerId }: MadePerson, startedAt = start) =>
    makeAttempt(
      db,
      { assignmentId: quizId, learnerId },
      { a: null, b: null },
      { startedAt, status: 'in-progress', closesAt: atMinute(30) },
    )
  const rowsAt = async (at: Date) => liveRows(await listTakings(db, proved(gradebookScope), quizId, at), at)
  const act = (deed: TeacherDeed, at: Date, { actId = randomUUID() as string, assignmentId = quizId } = {}) =>
    actOnTakers(db, proved(gradingScope), { actId, assignmentId, deed }, at)
  const acts = async () =>
    (await db.auditEvent.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map((one) => [one.act, one.subject])

  it('shows everybody who learns in the class, and nobody else', async () => {
    await begun(ben)
    await begun(teacher)
    const guest = randomUUID()
    await createLearner(db, { id: guest, timeZone: 'UTC' }, start)
    expect((await rowsAt(atMinute(10))).map(({ name, standing }) => [name, standing])).toEqual([
      ['Ben', 'in-progress'],
      ['Cleo', 'not-begun'],
    ])
    await db.membership.updateMany({ where: { accountId: ben.accountId }, data: { leftAt: atMinute(11) } })
    expect((await rowsAt(atMinute(12))).map(({ name }) => name)).toEqual(['Cleo'])
  })

  it('shows the latest attempt as its log has it, and when the learner’s own latest was saved', async () => {
    await makeAttempt(db, { assignmentId: quizId, learnerId: ben.learnerId }, { a: 1, b: 1 })
    const attemptId = await begun(ben, atMinute(1))
    const answered = { kind: 'answered', itemId: 'a', itemRevision: 'r1', response: {}, certainty: null } as const
    await recordEvent(
      db,
      {
        eventId: randomUUID(),
        attemptId,
        work: workOf(ben.learnerId),
        deed: { ...answered, seen: [], durationMs: null },
        waitedMs: 0,
      },
      () => undefined,
      { afterAnswers: nothing, afterSettled: nothing },
      atMinute(4),
    )
    await act({ kind: 'told', text: 'Ten minutes are left.' }, atMinute(8))
    const [row] = await rowsAt(atMinute(10))
    expect(row).toMatchObject({ name: 'Ben', answered: 1, of: 2, savedAgoMs: 6 * 60_000, remainingMs: 20 * 60_000 })
  })

  it('is extended for all who are in it, which is noted', async () => {
    await begun(ben)
    await begun(cleo)
    expect(await act(tenMinutes, atMinute(10))).toEqual({ reached: 2 })
    expect((await rowsAt(atMinute(10))).map(({ remainingMs }) => remainingMs)).toEqual([30 * 60_000, 30 * 60_000])
    expect(await acts()).toEqual([['more-time-given', classId]])
  })

  it('reaches neither a teacher who tries it out, nor what else somebody is at', async () => {
    await begun(teacher)
    const otherId = await makeAssignment(db, classId, { work: quizOf(['a', 'b']) })
    await makeAttempt(
      db,
      { assignmentId: otherId, learnerId: ben.learnerId },
      { a: null },
      { status: 'in-progress', closesAt: atMinute(30) },
    )
    expect(await act(tenMinutes, atMinute(10))).toEqual({ reached: 0 })
    expect(await db.attemptEvent.count()).toBe(0)
  })

  it('is refused for what is no quiz of the class that it sees, and where the class is archived', async () => {
    await begun(ben)
    const { classId: elsewhere } = await makeClass(db, { learners: [] })
    const refused = [
      await makeAssignment(db, elsewhere, { work: quizOf(['a']) }),
      await makeAssignment(db, classId, { work: quizOf(['a']), publishedAt: null }),
      await makeAssignment(db, classId, { work: { kind: 'lessons', lessonIds: ['made-lesson'] } }),
    ]
    for (const assignmentId of refused) {
      expect(await act(tenMinutes, atMinute(10), { assignmentId })).toMatchObject({ refused: { status: 404 } })
    }
    await db.class.update({ where: { id: classId }, data: { archivedAt: atMinute(5) } })
    expect(await act(tenMinutes, atMinute(10))).toMatchObject({ refused: { code: 'archived' } })
    expect(await acts()).toEqual([])
    expect(await db.attemptEvent.count()).toBe(0)
  })
})
