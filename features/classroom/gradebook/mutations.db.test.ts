import { beforeEach, describe, expect, it } from 'vitest'
import { deletePerson } from '@/features/accounts/own-data/mutations.ts'
import type { Actor } from '@/features/accounts/policy.ts'
import { classScope, gradebookScope, gradingScope, ownAccountScope } from '@/features/accounts/scope.ts'
import { trueFalseExamples } from '@/features/quiz/items/true-false/examples.ts'
import { usualPenalty } from '@/features/quiz/penalties.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import type { Refusal } from '@/lib/action.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { type MadePerson, makeAssignment, makeAttempt, makeClass, makeMembers, quizOf } from '@/testing/assigned.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { workOf } from '@/testing/work.ts'
import { cellFigure, cellWords } from './cell-words.ts'
import { listAttemptsToEnd, listOwnItemDecisions, readGradebook, readOwnGrades } from './data.ts'
import {
  decideGrade,
  decideItem,
  type IntendedItemDecision,
  previewItemDecision,
  rebuildGrades,
  refreshGrade,
  setRelease,
} from './mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const [item] = trueFalseExamples
if (item === undefined) throw new Error('there are no examples')
const findItem = (id: string) => (id === item.id ? item : undefined)
const nobodyHasDone = async () => []

describeOnBothDatabases('the gradebook', (open) => {
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
    quizId = await makeAssignment(db, classId, { work: quizOf(['a', 'b', 'c', item.id]), dueAt: later(1) })
  })

  const actor = ({ accountId, learnerId }: MadePerson, role: 'teacher' | 'learner'): Actor => ({
    kind: 'account',
    accountId,
    learnerId,
    memberships: [{ classId, role }],
  })
  const proved = <Scope>(scope: (actor: Actor, asked: { id: string }) => Scope | null, id = classId) =>
    scope({ ...actor(teacher, 'teacher'), memberships: [{ classId: id, role: 'teacher' }] } as Actor, { id }) as Scope
  const attempt = (
    { learnerId }: MadePerson,
    scores: Record<string, number | null>,
    given?: Parameters<typeof makeAttempt>[3],
  ) => makeAttempt(db, { assignmentId: quizId, learnerId }, scores, given)
  const refresh = ({ learnerId }: MadePerson) =>
    inTransaction(db, (tx) => refreshGrade(tx, quizId, workOf(learnerId), findItem))
  const cells = () =>
    db.gradeCell.findMany({ where: { assignmentId: quizId }, orderBy: [{ accountId: 'asc' }, { id: 'asc' }] })
  const decide = (
    { accountId }: MadePerson,
    decision: { points?: number | null; isExcused?: boolean; comment?: string },
    scope = proved(gradingScope),
  ) =>
    decideGrade(
      db,
      scope,
      { assignmentId: quizId, accountId, points: null, isExcused: false, comment: '', ...decision },
      later(5),
    )
  const acts = async () =>
    (await db.auditEvent.findMany({ orderBy: [{ at: 'asc' }, { act: 'asc' }] })).map(({ act }) => act)
  const codeOf = (result: object | null) =>
    result !== null && 'refused' in result ? (result as Refusal).refused.code : null
  /** Every cell as it is shown, by name. */
  async function shown(now = later(2)) {
    const { learners, columns } = await readGradebook(db, proved(gradebookScope), nobodyHasDone, now)
    return Object.fromEntries(
      learners.map(({ accountId, name }) => [
        name,
        columns.map(({ cellOf }) => [cellFigure(cellOf(accountId)), ...cellWords(cellOf(accountId))].join(', ')),
      ]),
    )
  }

  describe('grades that follow from attempts', () => {
    it('are derived once, however often they are asked for', async () => {
      await attempt(ben, { a: 1, b: 0.5, c: null, d: 0 })
      await refresh(ben)
      const [first] = await cells()
      await refresh(ben)
      expect(await cells()).toEqual([first])
      expect(first).toMatchObject({
        accountId: ben.accountId,
        state: 'finished',
        points: 1.5,
        ofPoints: 4,
        attempts: 1,
      })
      expect(first?.attemptId).not.toBeNull()
    })

    it('go on with the log: begun, then handed in, then the better of two', async () => {
      const id = await attempt(ben, { a: null, b: null }, { status: 'in-progress' })
      await refresh(ben)
      expect(await shown()).toMatchObject({ Ben: ['–, begun'], Cleo: ['–, not begun'] })
      await db.attempt.update({ where: { id }, data: { status: 'finished', finishedAt: later(3) } })
      await refresh(ben)
      expect(await shown()).toMatchObject({ Ben: ['0 / 2, late'] })
      await attempt(ben, { a: 1, b: 0.75 }, { startedAt: later(0.5) })
      await refresh(ben)
      expect(await shown()).toMatchObject({ Ben: ['1.75 / 2'] })
    })

    it('are nobody’s who tries it out as a teacher, and go with the role', async () => {
      await attempt(teacher, { a: 1 })
      await refresh(teacher)
      expect(await cells()).toEqual([])
      await attempt(ben, { a: 1 })
      await refresh(ben)
      await db.membership.updateMany({ where: { accountId: ben.accountId }, data: { role: 'assistant' } })
      await refresh(ben)
      expect(await cells()).toEqual([])
    })

    it('go by the terms of the learner and of their groups', async () => {
      await db.group.create({
        data: {
          id: 'north',
          classId,
          name: 'North',
          createdAt: start,
          members: { create: { classId, accountId: ben.accountId } },
        },
      })
      const override = (given: object) =>
        db.assignmentOverride.create({
          data: { id: crypto.randomUUID(), assignmentId: quizId, reason: 'Ill', createdAt: start, terms: {}, ...given },
        })
      await override({ groupId: 'north', terms: { dueAt: later(4).toISOString() } })
      await attempt(ben, { a: 1 }, { startedAt: later(3) })
      await attempt(cleo, { a: 1 }, { startedAt: later(3) })
      await Promise.all([ben, cleo].map(refresh))
      expect(await shown()).toEqual({ Ben: ['1 / 1'], Cleo: ['1 / 1, late'] })
      await override({ accountId: cleo.accountId, terms: { dueAt: null } })
      await refresh(cleo)
      expect(await shown()).toMatchObject({ Cleo: ['1 / 1'] })
    })

    it('can be rebuilt from the log, and tell where they differ from it', async () => {
      await attempt(ben, { a: 1, b: 1 })
      await attempt(cleo, { a: 1, b: 0 })
      await refresh(ben)
      await refresh(cleo)
      expect(await rebuildGrades(db, quizId, findItem, false)).toEqual([])
      await db.gradeCell.updateMany({ where: { accountId: ben.accountId }, data: { points: 0 } })
      await db.gradeCell.deleteMany({ where: { accountId: cleo.accountId } })
      const differing = await rebuildGrades(db, quizId, findItem, true)
      expect(new Map(differing.map(({ accountId, ...grades }) => [accountId, grades]))).toEqual(
        new Map([
          [
            ben.accountId,
            { stored: expect.objectContaining({ points: 0 }), derived: expect.objectContaining({ points: 2 }) },
          ],
          [cleo.accountId, { stored: null, derived: expect.objectContaining({ points: 1 }) }],
        ]),
      )
      expect(await rebuildGrades(db, quizId, findItem, true)).toEqual([])
      expect(await shown()).toEqual({ Ben: ['2 / 2'], Cleo: ['1 / 2'] })
    })

    it('keep their numbers without a name when an account is deleted', async () => {
      await attempt(ben, { a: 1, b: 0 })
      await refresh(ben)
      await decide(ben, { points: 2, comment: 'Well done.' })
      await deletePerson(db, { learnerId: ben.learnerId, email: null }, later(6))
      const { learners, columns } = await readGradebook(db, proved(gradebookScope), nobodyHasDone, later(7))
      expect(learners.map(({ name }) => name)).toEqual(['Cleo'])
      expect(columns[0]?.ofDeleted).toEqual([{ state: 'finished', points: 1, ofPoints: 2, isLate: false }])
      expect(await rebuildGrades(db, quizId, findItem, true)).toEqual([])
      expect(await cells()).toHaveLength(1)
    })
  })

  describe('what a teacher decides about a grade', () => {
    it('sticks when the grade is derived anew, until it is taken back', async () => {
      await attempt(ben, { a: 0, b: 0 })
      await refresh(ben)
      expect(await decide(ben, { points: 1.5, comment: 'For what you said.' })).toBeNull()
      await attempt(ben, { a: 1, b: 1 }, { startedAt: later(0.5) })
      await refresh(ben)
      expect(await shown()).toMatchObject({ Ben: ['1.5 / 2, set by hand, comment'] })
      expect(await decide(ben, {})).toBeNull()
      expect(await shown()).toMatchObject({ Ben: ['2 / 2'] })
      expect(await acts()).toEqual(['grade-decided', 'grade-decision-taken-back'])
    })

    it('can be made where nothing was begun, from nothing up to all of the points', async () => {
      expect(codeOf(await decide(ben, { points: 5 }))).toBe('too-many-points')
      expect(await decide(ben, { points: 4 })).toBeNull()
      expect(await decide(cleo, { isExcused: true })).toBeNull()
      expect(await shown()).toEqual({ Ben: ['4 / 4, set by hand, not begun'], Cleo: ['–, excused, not begun'] })
    })

    it('is not taken about anybody else, another class’s work, or in an archived class', async () => {
      expect(codeOf(await decide(teacher, { points: 1 }))).toBe('not-a-learner')
      const [stranger] = (await makeClass(db, { learners: ['Dan'] })).learners
      expect(codeOf(await decide(stranger as MadePerson, { points: 1 }))).toBe('not-a-learner')
      const { classId: other } = await makeClass(db, { learners: [] })
      expect(codeOf(await decide(ben, { points: 1 }, proved(gradingScope, other)))).toBe('unknown-assignment')
      await db.class.update({ where: { id: classId }, data: { archivedAt: start } })
      expect(codeOf(await decide(ben, { points: 1 }))).toBe('archived')
      expect(await db.gradeDecision.count()).toBe(0)
    })
  })

  describe('what a teacher decides about a question', () => {
    const preview = (intended: Partial<IntendedItemDecision> = {}) =>
      previewItemDecision(
        db,
        proved(gradingScope),
        { assignmentId: quizId, itemId: 'b', kind: 'full-marks', ...intended },
        findItem,
      )
    async function decideOn(intended: Partial<IntendedItemDecision> = {}) {
      const foreseen = await preview(intended)
      if ('refused' in foreseen) return foreseen
      const decided = { assignmentId: quizId, itemId: 'b', kind: 'full-marks', ...intended } as IntendedItemDecision
      return decideItem(
        db,
        proved(gradingScope),
        { ...decided, reason: 'Two right answers', seen: foreseen.seen },
        findItem,
        later(5),
      )
    }
    beforeEach(async () => {
      await attempt(ben, { a: 1, b: 0.5, [item.id]: 0 }, { response: () => keyResponse(item) })
      await attempt(cleo, { a: 1, b: null, [item.id]: 1 }, { response: () => wrongResponse(item) })
      await Promise.all([ben, cleo].map(refresh))
    })

    it('is shown first as whose grade moves from what to what, and changes nothing yet', async () => {
      const foreseen = await preview()
      expect('refused' in foreseen ? [] : foreseen.moves).toEqual(
        [
          { accountId: ben.accountId, from: { points: 1.5, ofPoints: 3 }, to: { points: 2, ofPoints: 3 } },
          { accountId: cleo.accountId, from: { points: 2, ofPoints: 3 }, to: { points: 3, ofPoints: 3 } },
        ].sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
      )
      expect(await shown()).toEqual({ Ben: ['1.5 / 3'], Cleo: ['2 / 3'] })
    })

    it('moves the grades that were foreseen, all at once, and can be taken back', async () => {
      expect(await decideOn()).toBeNull()
      expect(await shown()).toEqual({ Ben: ['2 / 3'], Cleo: ['3 / 3'] })
      expect(await rebuildGrades(db, quizId, findItem, false)).toEqual([])
      expect(await decideOn({ kind: 'left-out' })).toBeNull()
      expect(await shown()).toEqual({ Ben: ['1 / 2'], Cleo: ['2 / 2'] })
      expect(await decideOn({ kind: null })).toBeNull()
      expect(await shown()).toEqual({ Ben: ['1.5 / 3'], Cleo: ['2 / 3'] })
      expect(await acts()).toEqual(['item-decided', 'item-decided', 'item-decision-taken-back'])
    })

    it('grades answers anew by the question as it is now', async () => {
      expect(await decideOn({ itemId: item.id, kind: 'regraded' })).toBeNull()
      expect(await shown()).toEqual({ Ben: ['2.5 / 3'], Cleo: ['1 / 3'] })
      expect(await db.itemDecision.findMany()).toMatchObject([
        { itemRevision: item.revision, reason: 'Two right answers' },
      ])
      expect(codeOf(await preview({ itemId: 'b', kind: 'regraded' }))).toBe('item-gone')
    })

    it('grades every try anew where a question could be tried again', async () => {
      const tried = (...responses: unknown[]) => ({
        penalty: usualPenalty,
        // What was right and what was wrong before the key was put right.
        tries: responses.map((response, index) => ({
          response: response as never,
          score: index === responses.length - 1 ? 1 : 0,
          triedAt: start.toISOString(),
        })),
      })
      const [dan, eve] = (await makeMembers(db, classId, ['Dan', 'Eve'], 'learner')) as [MadePerson, MadePerson]
      const [right, wrong] = [keyResponse(item), wrongResponse(item)]
      await attempt(dan, { [item.id]: 1 - usualPenalty }, { response: () => wrong, tries: () => tried(right, wrong) })
      await attempt(eve, { [item.id]: 1 - usualPenalty }, { response: () => right, tries: () => tried(wrong, right) })
      for (const one of [dan, eve]) await refresh(one)
      expect(await shown()).toMatchObject({ Dan: ['0.67 / 1'], Eve: ['0.67 / 1'] })
      expect(await decideOn({ itemId: item.id, kind: 'regraded' })).toBeNull()
      expect(await shown()).toMatchObject({ Dan: ['1 / 1'], Eve: ['0.67 / 1'] })
      expect(await rebuildGrades(db, quizId, findItem, false)).toEqual([])
      expect(await decideOn({ itemId: item.id, kind: null })).toBeNull()
      expect(await shown()).toMatchObject({ Dan: ['0.67 / 1'], Eve: ['0.67 / 1'] })
    })

    it('grades answers to a question of a bank by its newest version, and by that one until somebody decides anew', async () => {
      const { verdict } = wrongResponse(item) as { verdict: typeof item.key }
      const keep = (sequence: number, key: typeof item.key) => ({
        sequence,
        version: sequence,
        revision: `r${sequence}`,
        content: { ...item, key } as object,
        createdAt: start,
      })
      const versions = { create: [keep(1, verdict), keep(2, item.key)] }
      await db.bankItem.create({ data: { id: 'mine', tags: [], createdAt: start, editedAt: start, versions } })
      const itemId = 'own:mine:v1'
      const [dan, eve] = (await makeMembers(db, classId, ['Dan', 'Eve'], 'learner')) as [MadePerson, MadePerson]
      await attempt(dan, { [itemId]: 0 }, { response: () => keyResponse(item) })
      await refresh(dan)
      expect(await decideOn({ itemId, kind: 'regraded' })).toBeNull()
      expect(await shown()).toMatchObject({ Dan: ['1 / 1'] })
      expect(await db.itemDecision.findMany()).toMatchObject([{ itemId, itemRevision: 'r2' }])

      await db.bankItemVersion.create({ data: { bankItemId: 'mine', ...keep(3, verdict) } })
      await attempt(eve, { [itemId]: 0 }, { response: () => keyResponse(item) })
      await refresh(eve)
      expect(await shown()).toMatchObject({ Dan: ['1 / 1'], Eve: ['1 / 1'] })
      expect(await rebuildGrades(db, quizId, findItem, false)).toEqual([])
      expect(await decideOn({ itemId, kind: 'regraded' })).toBeNull()
      expect(await shown()).toMatchObject({ Dan: ['0 / 1'], Eve: ['0 / 1'] })
    })

    it('holds for attempts that are handed in later', async () => {
      await decideOn()
      const [dan] = await makeMembers(db, classId, ['Dan'], 'learner')
      await attempt(dan as MadePerson, { a: 0, b: 0 })
      await refresh(dan as MadePerson)
      expect(await shown()).toMatchObject({ Dan: ['1 / 2'] })
    })

    it('moves nobody whose points a teacher has set, or who is excused', async () => {
      await decide(ben, { points: 1 })
      await decide(cleo, { isExcused: true })
      const foreseen = await preview()
      expect(foreseen).toMatchObject({ moves: [] })
      await decideOn()
      expect(await shown()).toEqual({ Ben: ['1 / 3, set by hand'], Cleo: ['3 / 3, excused'] })
    })

    it('is refused where other grades would move than those that were seen', async () => {
      const foreseen = await preview()
      await attempt(ben, { a: 1, b: 1, [item.id]: 1 }, { startedAt: later(0.5) })
      await refresh(ben)
      const seen = 'refused' in foreseen ? '' : foreseen.seen
      const decided = { assignmentId: quizId, itemId: 'b', kind: 'full-marks', reason: 'A reason', seen } as const
      expect(codeOf(await decideItem(db, proved(gradingScope), decided, findItem, later(5)))).toBe('moved-meanwhile')
      expect(await db.itemDecision.count()).toBe(0)
    })

    it('is only taken about questions that were asked', async () => {
      expect(codeOf(await preview({ itemId: 'nowhere' }))).toBe('not-asked')
      const { classId: other } = await makeClass(db, { learners: [] })
      const intended = { assignmentId: quizId, itemId: 'b', kind: 'left-out' } as const
      const foreign = await previewItemDecision(db, proved(gradingScope, other), intended, findItem)
      expect(codeOf(foreign)).toBe('unknown-assignment')
    })

    it('is known to those who were asked it, and to nobody else', async () => {
      await decideOn()
      const [dan] = await makeMembers(db, classId, ['Dan'], 'learner')
      const known = async (person: MadePerson) => {
        const [own, of] = [
          ownAccountScope(actor(person, 'learner')),
          classScope(actor(person, 'learner'), { id: classId }),
        ]
        return own === null || of === null ? null : listOwnItemDecisions(db, own, of)
      }
      expect(await known(ben)).toEqual([{ assignmentId: quizId, kind: 'full-marks' }])
      expect(await known(dan as MadePerson)).toEqual([])
    })
  })

  it('holds grades back until they are released', async () => {
    const scope = proved(gradingScope)
    const stored = () =>
      db.assignment.findUnique({ where: { id: quizId }, select: { holdsGrades: true, gradesReleasedAt: true } })
    expect(await setRelease(db, scope, { assignmentId: quizId, releasedAt: null }, start)).toBeNull()
    expect(await stored()).toEqual({ holdsGrades: true, gradesReleasedAt: null })
    expect(await setRelease(db, scope, { assignmentId: quizId, releasedAt: later(24) }, start)).toBeNull()
    expect(await stored()).toEqual({ holdsGrades: true, gradesReleasedAt: later(24) })
    expect(await acts()).toEqual(['grades-held', 'grades-released'])
    const other = proved(gradingScope, (await makeClass(db, { learners: [] })).classId)
    expect(codeOf(await setRelease(db, other, { assignmentId: quizId, releasedAt: null }, start))).toBe(
      'unknown-assignment',
    )
  })

  it('knows which attempts have to be ended', async () => {
    const open = { status: 'in-progress' } as const
    const id = await attempt(ben, { a: null }, { ...open, closesAt: later(1) })
    await attempt(ben, { a: null }, { ...open, closesAt: later(9) })
    await attempt(ben, { a: null }, { ...open, closesAt: null })
    await attempt(cleo, { a: null }, { closesAt: later(1) })
    expect(await listAttemptsToEnd(db, proved(gradebookScope), later(2))).toEqual([id])
    expect(await listAttemptsToEnd(db, proved(gradebookScope), later(2), workOf(ben.learnerId))).toEqual([id])
    expect(await listAttemptsToEnd(db, proved(gradebookScope), later(2), workOf(cleo.learnerId))).toEqual([])
    const { classId: other } = await makeClass(db, { learners: [] })
    expect(await listAttemptsToEnd(db, proved(gradebookScope, other), later(2))).toEqual([])
  })

  it('shows a learner their own alone', async () => {
    await attempt(ben, { a: 1 })
    await attempt(cleo, { a: 0 })
    await Promise.all([ben, cleo].map(refresh))
    await decide(ben, { comment: 'Well done.' })
    await decide(cleo, { comment: 'Try again.' })
    const [own, of] = [ownAccountScope(actor(ben, 'learner')), classScope(actor(ben, 'learner'), { id: classId })]
    if (own === null || of === null) throw new Error('nothing is proved')
    const { columns, comments } = await readOwnGrades(db, own, of, nobodyHasDone, later(2))
    expect(columns.map(({ cellOf }) => cellFigure(cellOf(ben.accountId)))).toEqual(['1 / 1'])
    expect(columns.map(({ cellOf }) => cellFigure(cellOf(cleo.accountId)))).toEqual(['–'])
    expect([...comments.values()]).toEqual(['Well done.'])
  })

  it('derives lessons from progress, and counts what is missing once the close has come', async () => {
    const lessons = await makeAssignment(db, classId, {
      work: { kind: 'lessons', lessonIds: ['one', 'two'] },
      createdAt: later(1),
      closesAt: later(9),
    })
    const progress = async (_: Database, { id }: { id: string }) =>
      id === lessons ? [{ accountId: ben.accountId, done: 1, of: 2 }] : []
    const figures = async (now: Date) => {
      const { columns } = await readGradebook(db, proved(gradebookScope), progress, now)
      return [ben, cleo].map(({ accountId }) => {
        const cell = columns[1]?.cellOf(accountId)
        return cell === undefined ? null : [cellFigure(cell), ...cellWords(cell)]
      })
    }
    expect(await figures(later(2))).toEqual([
      ['1 / 2', 'begun'],
      ['–', 'not begun'],
    ])
    expect(await figures(later(9))).toEqual([
      ['1 / 2', 'begun'],
      ['0 / 2', 'not handed in'],
    ])
  })
})
