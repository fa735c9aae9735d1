import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { listMemberships } from '@/features/accounts/data.ts'
import { createAccount } from '@/features/accounts/mutations.ts'
import type { Actor, ClassRole } from '@/features/accounts/policy.ts'
import {
  assignScope,
  bankItemChangeScope,
  classEditScope,
  gradebookScope,
  gradingScope,
  newClassScope,
  ownBankItemScope,
  takeScope,
} from '@/features/accounts/scope.ts'
import { catalog } from '@/features/catalog/data.ts'
import { networkAllowanceMs } from '@/features/quiz/attempt.ts'
import { items } from '@/features/quiz/bank.ts'
import { findAttempt } from '@/features/quiz/data.ts'
import type { Item } from '@/features/quiz/item.ts'
import { singleChoiceExamples } from '@/features/quiz/items/single-choice/examples.ts'
import { type AttemptHooks, recordEvent, recordTeacherDeed, settleAttempt, stateOf } from '@/features/quiz/mutations.ts'
import { ownItemId } from '@/features/quiz/own-items/own-item-id.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { workOf } from '@/testing/work.ts'
import { findBankItemAsked } from '../bank/data.ts'
import { changeBankItem, createBankItem, deleteBankItem, shareBankItem } from '../bank/mutations.ts'
import { archiveClass, createClass } from '../mutations.ts'
import { beginAssigned, beginPreview, type ItemsOfForm } from './beginning/mutations.ts'
import {
  countBegun,
  findAssignment,
  findBankFor,
  findKnownWork,
  isPickedIn,
  listOverrides,
  listPublishedAssignments,
  listWorkProgress,
} from './data.ts'
import type { AssignmentContent } from './draft.ts'
import {
  changeAssignment,
  closeAssignment,
  copyAssignment,
  deleteAssignment,
  deleteOverride,
  keepOverride,
  makeAssignment,
  publishAssignment,
  unpublishAssignment,
} from './mutations.ts'
import { itemsOfForm } from './questions.ts'
import { type Settings, usualSettings } from './settings.ts'
import { shelf } from './shelf.ts'
import type { OverrideTerms } from './terms.ts'

const noon = new Date('2026-03-02T12:00:00.123Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
/** Three questions in each form. */
const formOf = (form: number): Item[] =>
  ['a', 'b', 'c'].map((letter) => ({ ...example, id: `made-90${form}.${letter}` }))
const [{ id: firstLesson }] = catalog.lessons as [(typeof catalog.lessons)[number]]
const itemsOf: ItemsOfForm = async (_, __, form) => formOf(form)
const findItem = (id: string) => formOf(Number(id.slice(7, 8))).find((item) => item.id === id)

describeOnBothDatabases('assignments', (open) => {
  let db: Database
  let classId: string
  let ada: string
  let ben: string
  let cleo: string
  let settled: string[]
  const afterSettled: AttemptHooks['afterSettled'] = async (tx, { attemptId }) => {
    // What it sees is what this transaction has written.
    const { status } = await tx.attempt.findUniqueOrThrow({ where: { id: attemptId } })
    settled.push(`${attemptId} ${status}`)
  }
  const hooks: AttemptHooks = { afterAnswers: async () => {}, afterSettled }

  beforeEach(async () => {
    db = open()
    settled = []
    classId = randomUUID()
    ada = await makeAccount()
    const scope = newClassScope(await actor(ada))
    if (scope === null) throw new Error('Ada may make a class')
    await createClass(db, scope, { id: classId, name: '10b', timeZone: 'Europe/Lisbon', joinCode: randomUUID() }, noon)
    ben = await makeAccount('learner')
    cleo = await makeAccount('learner')
  })

  async function makeAccount(role?: ClassRole): Promise<string> {
    const id = randomUUID()
    const newLearner = { id: `${id}-l`, timeZone: 'UTC' }
    const account = { id, email: `${id}@school.example`, name: id, passwordHash: null, isEmailVerified: false }
    await inTransaction(db, (tx) => createAccount(tx, { ...account, guestId: null, newLearner }, noon))
    if (role !== undefined) {
      await db.membership.create({ data: { classId, accountId: id, role, joinedAt: noon } })
    }
    return id
  }
  async function actor(accountId: string): Promise<Actor> {
    const memberships = await listMemberships(db, accountId)
    return { kind: 'account', accountId, learnerId: `${accountId}-l`, memberships }
  }
  async function proved<Scope>(
    scope: (actor: Actor, asked: { id: string }) => Scope | null,
    accountId: string,
    id = classId,
  ): Promise<Scope> {
    return scope(await actor(accountId), { id }) as Scope
  }
  const contentOf = (given: Partial<AssignmentContent> = {}, settings: Partial<Settings> = {}): AssignmentContent => ({
    title: 'A test',
    instructions: '',
    work: { kind: 'quiz', questions: { kind: 'picked', itemIds: ['made-901.a'] } },
    settings: { ...usualSettings, shufflesItems: false, ...settings },
    opensAt: null,
    dueAt: null,
    closesAt: null,
    password: null,
    weight: 1,
    holdsGrades: false,
    ...given,
  })
  const forms = (count: number): Partial<AssignmentContent> => ({
    work: {
      kind: 'quiz',
      questions: { kind: 'blueprint', cells: [{ topics: [], kinds: [], count: 3 }], forms: count, seed: 's' },
    },
  })
  async function assign(given: Partial<AssignmentContent> = {}, settings: Partial<Settings> = {}): Promise<string> {
    const id = randomUUID()
    const scope = await proved(assignScope, ada)
    expect(await makeAssignment(db, scope, id, contentOf(given, settings), noon)).toBeNull()
    expect(await publishAssignment(db, scope, id, noon)).toBeNull()
    return id
  }
  async function begin(
    accountId: string,
    assignmentId: string,
    at = noon,
    { password = null, attemptId = randomUUID() }: { password?: string | null; attemptId?: string } = {},
  ) {
    const scope = await proved(takeScope, accountId)
    return beginAssigned(db, scope, { attemptId, assignmentId, password }, itemsOf, afterSettled, at)
  }
  /** The code of a refusal, else what was done. */
  const told = (result: Awaited<ReturnType<typeof begin>> | null) =>
    result === null ? 'done' : 'refused' in result ? result.refused.code : 'begun'
  async function begun(...given: Parameters<typeof begin>) {
    const result = await begin(...given)
    if ('refused' in result) throw new Error(result.refused.message)
    const attempt = await findAttempt(db, workOf(`${given[0]}-l`), result.attemptId)
    if (attempt === null) throw new Error('it is not there')
    return attempt
  }
  async function handIn(accountId: string, attemptId: string, at = noon) {
    const event = {
      eventId: randomUUID(),
      attemptId,
      work: workOf(`${accountId}-l`),
      deed: { kind: 'submitted' as const },
      waitedMs: 0,
    }
    const kept = await recordEvent(db, event, findItem, hooks, at)
    if ('refused' in kept) throw new Error(kept.refused.message)
  }
  async function give(accountId: string, assignmentId: string, terms: OverrideTerms, at = noon, id = randomUUID()) {
    const kept = { id, assignmentId, whom: { accountId }, terms, reason: 'Needs it.' }
    return keepOverride(db, await proved(gradingScope, ada), kept, afterSettled, at)
  }
  const formsIn = (plan: object) => ('form' in plan ? plan.form : null)

  it('are made once, seen by the class only once published, and changed by those who assign', async () => {
    const id = randomUUID()
    const scope = await proved(assignScope, ada)
    const made = await Promise.all([1, 2].map(() => makeAssignment(db, scope, id, contentOf(), noon)))
    expect(made).toEqual([null, null])
    const seen = async () =>
      (await listPublishedAssignments(db, await proved(takeScope, ben))).map(({ title }) => title)
    expect(await seen()).toEqual([])
    expect(told(await begin(ben, id))).toBe('unknown-assignment')
    await publishAssignment(db, scope, id, noon)
    expect(await changeAssignment(db, scope, id, contentOf({ title: 'Another' }), afterSettled, noon)).toBeNull()
    expect(await seen()).toEqual(['Another'])
    // Another class's teacher reaches nothing.
    const other = await makeAccount()
    const elsewhere = randomUUID()
    const otherScope = newClassScope(await actor(other))
    if (otherScope === null) throw new Error('anybody may make a class')
    await createClass(db, otherScope, { id: elsewhere, name: '9a', timeZone: 'UTC', joinCode: randomUUID() }, noon)
    const theirs = await proved(assignScope, other, elsewhere)
    expect(told(await changeAssignment(db, theirs, id, contentOf(), afterSettled, noon))).toBe('unknown-assignment')
    expect(told(await makeAssignment(db, theirs, id, contentOf(), noon))).toBe('unknown-assignment')
    expect(await deleteAssignment(db, theirs, id)).toBeNull()
    expect(await seen()).toEqual(['Another'])
  })

  it('stay what they are once learners have begun, and are closed rather than deleted', async () => {
    const id = await assign()
    const scope = await proved(assignScope, ada)
    await begun(ben, id)
    const other = contentOf({ work: { kind: 'lessons', lessonIds: ['one'] } })
    expect(told(await changeAssignment(db, scope, id, other, afterSettled, noon))).toBe('begun')
    expect(told(await deleteAssignment(db, scope, id))).toBe('begun')
    expect(told(await unpublishAssignment(db, scope, id))).toBe('begun')
    expect(await changeAssignment(db, scope, id, contentOf({ title: 'Renamed' }), afterSettled, noon)).toBeNull()
    expect(await closeAssignment(db, scope, id, afterSettled, later(1))).toBeNull()
    expect(told(await begin(cleo, id, later(1)))).toBe('closed')
    // Whoever is at it goes on.
    expect(told(await begin(ben, id, later(2)))).toBe('begun')

    const untouched = await assign()
    expect(await unpublishAssignment(db, scope, untouched)).toBeNull()
    expect(await deleteAssignment(db, scope, untouched)).toBeNull()
    expect(await findAssignment(db, scope, untouched)).toBeNull()
  })

  it('take no changes and no attempts in an archived class', async () => {
    const id = await assign()
    await archiveClass(db, await proved(classEditScope, ada), noon)
    const scope = await proved(assignScope, ada)
    expect(told(await makeAssignment(db, scope, randomUUID(), contentOf(), noon))).toBe('archived')
    expect(told(await changeAssignment(db, scope, id, contentOf(), afterSettled, noon))).toBe('archived')
    expect(told(await deleteAssignment(db, scope, id))).toBe('archived')
    expect(told(await give(ben, id, { attempts: 2 }))).toBe('archived')
    expect(told(await begin(ben, id))).toBe('archived')
  })

  describe('when they are begun', () => {
    it('keep the plan, the rules by the learner’s own terms, and the items in their order', async () => {
      const id = await assign({ closesAt: later(60) }, { timeLimitSeconds: 1200 })
      await give(ben, id, { extraMinutes: 10 })
      const attempt = await begun(ben, id)
      expect(attempt).toMatchObject({
        plan: { kind: 'assignment', assignmentId: id, title: 'A test', form: 1 },
        assignmentId: id,
        rules: { timeLimitSeconds: 1800, closesAt: later(70).toISOString(), behaviour: 'deferred-feedback' },
        items: formOf(1).map((item) => ({ itemId: item.id })),
      })
      expect((await begun(cleo, id)).rules).toMatchObject({
        timeLimitSeconds: 1200,
        closesAt: later(60).toISOString(),
      })
      expect(settled).toContain(`${attempt.id} in-progress`)
    })

    it('begin once, however often they are sent, also at once', async () => {
      const id = await assign(forms(2), { attempts: 0 })
      const attemptId = randomUUID()
      const same = await Promise.all([1, 2, 3].map(() => begin(ben, id, noon, { attemptId })))
      expect(same).toEqual([{ attemptId }, { attemptId }, { attemptId }])
      // Two tabs, each with an id of its own.
      const tabs = await Promise.all([1, 2, 3].map(() => begin(cleo, id)))
      expect(new Set(tabs.map((result) => JSON.stringify(result))).size).toBe(1)
      expect(await db.attempt.count({ where: { assignmentId: id } })).toBe(2)
      // Nobody takes over another's.
      expect(told(await begin(cleo, id, noon, { attemptId }))).toBe('taken')
    })

    it('are refused before they open, once they are closed, and to whoever is not in the class', async () => {
      const id = await assign({ opensAt: later(10), closesAt: later(20) })
      expect(told(await begin(ben, id, later(9)))).toBe('not-open')
      expect(told(await begin(ben, id, later(20)))).toBe('closed')
      await give(cleo, id, { opensAt: noon, closesAt: later(40) })
      expect(told(await begin(cleo, id, later(30)))).toBe('begun')
      const scope = await proved(takeScope, ben)
      await db.membership.updateMany({ where: { accountId: ben }, data: { leftAt: later(11) } })
      const asked = { attemptId: randomUUID(), assignmentId: id, password: null }
      expect(told(await beginAssigned(db, scope, asked, itemsOf, afterSettled, later(15)))).toBe('unknown-assignment')
    })

    it('are refused once no attempt is left, and before the delay is over', async () => {
      const id = await assign({}, { attempts: 2, delaySeconds: 600 })
      const first = await begun(ben, id)
      await handIn(ben, first.id, later(5))
      expect(await begin(ben, id, later(14))).toMatchObject({
        refused: { code: 'too-soon', retryAfterSeconds: 60 },
      })
      const second = await begun(ben, id, later(15))
      await handIn(ben, second.id, later(16))
      expect(told(await begin(ben, id, later(60)))).toBe('no-attempts-left')
      await give(ben, id, { attempts: 0 })
      expect(told(await begin(ben, id, later(60)))).toBe('begun')
    })

    it('ask for the password, and not again of whoever has begun', async () => {
      const id = await assign({ password: 'open sesame' })
      expect(told(await begin(ben, id))).toBe('password-needed')
      expect(told(await begin(ben, id, noon, { password: 'open' }))).toBe('wrong-password')
      expect(told(await begin(ben, id, noon, { password: ' open sesame' }))).toBe('begun')
      expect(told(await begin(ben, id))).toBe('begun')
    })

    it('have the items in an order of each attempt’s own where they are shuffled', async () => {
      const orders = new Set<string>()
      for (let count = 0; count < 6; count += 1) {
        const id = await assign({}, { shufflesItems: true })
        orders.add((await begun(ben, id)).items.map(({ itemId }) => itemId).join())
      }
      expect(orders.size).toBeGreaterThan(1)
    })

    it('deal the forms out in turn, and another to the same learner, also when all begin at once', async () => {
      const id = await assign(forms(3), { attempts: 0 })
      const learners = await Promise.all(Array.from({ length: 7 }, () => makeAccount('learner')))
      const attempts = await Promise.all([ben, cleo, ...learners].map((learner) => begun(learner, id)))
      const used = attempts.map(({ plan }) => formsIn(plan))
      expect(used.sort()).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3])
      const first = await begun(ben, id)
      await handIn(ben, first.id)
      const second = await begun(ben, id, later(1))
      expect(formsIn(second.plan)).not.toBe(formsIn(first.plan))
    }, 30_000)
  })

  describe('other terms', () => {
    it('are kept once for a learner or a group of the class, with a reason', async () => {
      const id = await assign()
      const override = randomUUID()
      expect(await give(ben, id, { attempts: 2 }, noon, override)).toBeNull()
      expect(await give(ben, id, { attempts: 3 }, noon, override)).toBeNull()
      expect(told(await give(ben, id, { attempts: 4 }))).toBe('already-given')
      expect(told(await give(ada, id, { attempts: 4 }))).toBe('not-in-class')
      const shown = async () =>
        (await listOverrides(db, await proved(gradebookScope, ada), id)).map(({ terms, reason }) => ({ terms, reason }))
      expect(await shown()).toEqual([{ terms: { attempts: 3 }, reason: 'Needs it.' }])
      await deleteOverride(db, await proved(gradingScope, ada), { assignmentId: id, id: override }, afterSettled, noon)
      expect(await shown()).toEqual([])
    })

    it('of a group hold for who is in it', async () => {
      const id = await assign({ closesAt: later(10) })
      const groupId = randomUUID()
      await db.group.create({ data: { id: groupId, classId, name: 'North', createdAt: noon } })
      await db.groupMember.create({ data: { groupId, classId, accountId: ben } })
      const kept = {
        id: randomUUID(),
        assignmentId: id,
        whom: { groupId },
        terms: { closesAt: later(60) },
        reason: 'A trip.',
      }
      expect(await keepOverride(db, await proved(gradingScope, ada), kept, afterSettled, noon)).toBeNull()
      expect(told(await begin(ben, id, later(30)))).toBe('begun')
      expect(told(await begin(cleo, id, later(30)))).toBe('closed')
    })

    it('take a time away, which stays away whatever the class has', async () => {
      const id = await assign({ opensAt: later(5), dueAt: later(10), closesAt: later(20) })
      expect(await give(ben, id, { opensAt: null, dueAt: null, closesAt: null })).toBeNull()
      const scope = await proved(assignScope, ada)
      await changeAssignment(db, scope, id, contentOf({ closesAt: later(25) }), afterSettled, later(1))
      expect((await listOverrides(db, await proved(gradebookScope, ada), id)).map(({ terms }) => terms)).toEqual([
        { opensAt: null, dueAt: null, closesAt: null },
      ])
      expect(told(await begin(cleo, id, later(30)))).toBe('closed')
      const bens = await begun(ben, id, later(30))
      expect(bens.rules.closesAt).toBeNull()
    })

    it('let whoever is at it go on without a close once theirs is taken away', async () => {
      const id = await assign({ closesAt: later(20) })
      const bens = await begun(ben, id)
      expect(bens.rules.closesAt).toBe(later(20).toISOString())
      await give(ben, id, { closesAt: null }, later(10))
      expect((await findAttempt(db, workOf(`${ben}-l`), bens.id))?.rules.closesAt).toBeNull()
    })

    it('are refused where the times would not follow each other', async () => {
      const id = await assign({ opensAt: later(10), closesAt: later(20) })
      expect(told(await give(ben, id, { closesAt: later(5) }))).toBe('times')
    })

    it('reach whoever is at it with more time, never with less, and nobody whose time was up', async () => {
      const id = await assign({ closesAt: later(30) }, { timeLimitSeconds: 600 })
      const scope = await proved(assignScope, ada)
      const bens = await begun(ben, id)
      const rules = async (who: string, attemptId: string) =>
        (await findAttempt(db, workOf(`${who}-l`), attemptId))?.rules
      settled = []
      await give(ben, id, { extraMinutes: 5 }, later(9))
      expect(await rules(ben, bens.id)).toMatchObject({ timeLimitSeconds: 900, closesAt: later(35).toISOString() })
      expect(settled).toEqual([`${bens.id} in-progress`])
      const shorter = contentOf({ closesAt: later(11) }, { timeLimitSeconds: 60 })
      await changeAssignment(db, scope, id, shorter, afterSettled, later(10))
      expect(await rules(ben, bens.id)).toMatchObject({ timeLimitSeconds: 900, closesAt: later(35).toISOString() })

      const over = new Date(later(15).getTime() + networkAllowanceMs + 1)
      await changeAssignment(db, scope, id, contentOf({}, { timeLimitSeconds: null }), afterSettled, over)
      expect(await rules(ben, bens.id)).toMatchObject({ timeLimitSeconds: 900 })
      expect(await settleAttempt(db, workOf(`${ben}-l`), bens.id, findItem, hooks, over)).toMatchObject({
        status: 'finished',
      })
      expect(settled.at(-1)).toBe(`${bens.id} finished`)
    })

    it('reach whoever is at it only because a teacher has given more while it was taken', async () => {
      const id = await assign({}, { timeLimitSeconds: 600 })
      const bens = await begun(ben, id)
      await recordTeacherDeed(
        db,
        await proved(gradingScope, ada),
        [bens.id],
        { kind: 'extended', seconds: 600 },
        randomUUID(),
        later(9),
      )
      await give(ben, id, { extraMinutes: 5 }, later(15))
      const attempt = await findAttempt(db, workOf(`${ben}-l`), bens.id)
      expect(attempt?.rules).toMatchObject({ timeLimitSeconds: 900 })
      expect(attempt === null ? null : stateOf(attempt, later(15)).deadlineAt).toEqual(later(25))
    })
  })

  it('tell what is derived from attempts whenever one is graded or ends, and of no attempt that was not assigned', async () => {
    const id = await assign({}, { behaviour: 'immediate-feedback' })
    const attempt = await begun(ben, id)
    settled = []
    const deed = {
      kind: 'answered' as const,
      itemId: 'made-901.a',
      itemRevision: example.revision,
      response: { optionId: example.key },
      certainty: null,
      seen: [],
      durationMs: 10,
    }
    const event = { eventId: randomUUID(), attemptId: attempt.id, work: workOf(`${ben}-l`), deed, waitedMs: 0 }
    await recordEvent(db, event, findItem, hooks, later(1))
    await recordEvent(db, event, findItem, hooks, later(1))
    const marked = { kind: 'marked' as const, itemId: 'made-901.b', isMarked: true }
    await recordEvent(db, { ...event, eventId: randomUUID(), deed: marked }, findItem, hooks, later(1))
    await handIn(ben, attempt.id, later(2))
    expect(settled).toEqual([`${attempt.id} in-progress`, `${attempt.id} finished`])

    settled = []
    const grading = await proved(gradingScope, ada)
    const preview = await beginPreview(db, grading, { attemptId: randomUUID(), assignmentId: id }, itemsOf, noon)
    if ('refused' in preview) throw new Error(preview.refused.message)
    await handIn(ada, preview.attemptId)
    expect(settled).toEqual([])
    expect(await countBegun(db, await proved(gradebookScope, ada))).toEqual(new Map([[id, 1]]))
  })

  it('can be tried out by those who teach, be they published or open or not, form by form', async () => {
    const id = randomUUID()
    const scope = await proved(assignScope, ada)
    await makeAssignment(db, scope, id, contentOf({ ...forms(2), opensAt: later(60), closesAt: later(90) }), noon)
    const preview = async (at: Date) => {
      const asked = { attemptId: randomUUID(), assignmentId: id }
      const result = await beginPreview(db, await proved(gradingScope, ada), asked, itemsOf, at)
      return 'refused' in result ? result : findAttempt(db, workOf(`${ada}-l`), result.attemptId)
    }
    expect(await preview(noon)).toMatchObject({ plan: { form: 1, isPreview: true }, assignmentId: null })
    expect(await preview(later(100))).toMatchObject({ plan: { form: 2 }, rules: { closesAt: null } })
    // It is still nobody's.
    expect(await deleteAssignment(db, scope, id)).toBeNull()
  })

  describe('with questions of a bank', () => {
    const [{ id: ofCatalog }] = items as [Item]
    const itemsAsked: ItemsOfForm = async (tx, questions, form) =>
      itemsOfForm(questions, form, await findBankFor(tx, questions))
    const picked = (...itemIds: string[]): Partial<AssignmentContent> => ({
      work: { kind: 'quiz', questions: { kind: 'picked', itemIds } },
    })
    let written: string
    let own: string
    beforeEach(async () => {
      written = await write(ada)
      own = ownItemId(written, 1)
    })

    /** Puts a question into somebody's bank. */
    async function write(accountId: string): Promise<string> {
      const id = randomUUID()
      const { bank } = await proved(assignScope, accountId)
      const made = { id, item: example, filing: { folder: '', tags: [], difficulty: null }, copiedFrom: null }
      expect(await createBankItem(db, bank, made, noon)).toMatchObject({ version: 1 })
      return id
    }
    async function provedOn<Scope>(
      scope: (actor: Actor, asked: NonNullable<Awaited<ReturnType<typeof findBankItemAsked>>>) => Scope | null,
      bankItemId = written,
    ): Promise<Scope> {
      const asked = await findBankItemAsked(db, bankItemId)
      if (asked === null) throw new Error('it is not there')
      return scope(await actor(ada), asked) as Scope
    }
    /** Corrects the key, which makes a new version. */
    const correct = async () => {
      const item = { ...example, key: 'o1' } as Item
      await changeBankItem(db, await provedOn(bankItemChangeScope), { item, basedOn: 1, asksOtherwise: false }, noon)
    }
    async function takes(accountId: string, assignmentId: string): Promise<string[]> {
      const asked = { attemptId: randomUUID(), assignmentId, password: null }
      const scope = await proved(takeScope, accountId)
      expect(await beginAssigned(db, scope, asked, itemsAsked, afterSettled, noon)).toEqual({
        attemptId: asked.attemptId,
      })
      const rows = await db.attemptItem.findMany({
        where: { attemptId: asked.attemptId },
        orderBy: { position: 'asc' },
        select: { itemId: true, bankItemId: true },
      })
      return rows.map(({ itemId, bankItemId }) => `${itemId} ${bankItemId}`)
    }

    it('ask the version that was picked, beside those of the catalog, whatever becomes of it in the bank', async () => {
      const id = await assign(picked(ofCatalog, own))
      const asked = [`${ofCatalog} null`, `${own} ${written}`]
      expect(await takes(ben, id)).toEqual(asked)
      await correct()
      expect(await deleteBankItem(db, await provedOn(ownBankItemScope), noon)).toBeNull()
      expect(await takes(cleo, id)).toEqual(asked)
      const shuffled = await assign(picked(ofCatalog), { shufflesItems: true })
      expect(await takes(cleo, shuffled)).toEqual([`${ofCatalog} null`])
    })

    it('ask them in an order of each attempt’s own, and in a preview', async () => {
      const id = await assign(picked(ofCatalog, own), { shufflesItems: true })
      expect((await takes(ben, id)).sort()).toEqual([`${ofCatalog} null`, `${own} ${written}`].sort())
      const asked = { attemptId: randomUUID(), assignmentId: id }
      const preview = await beginPreview(db, await proved(gradingScope, ada), asked, itemsAsked, noon)
      expect(preview).toEqual({ attemptId: asked.attemptId })
      expect(await db.attemptItem.count({ where: { attemptId: asked.attemptId, bankItemId: written } })).toBe(1)
    })

    it('take only those that whoever picks them may use, and say which they do not', async () => {
      const dora = await makeAccount('teacher')
      const scope = await proved(assignScope, dora)
      const make = (...itemIds: string[]) =>
        makeAssignment(db, scope, randomUUID(), contentOf(picked(...itemIds)), noon)
      expect(await make(ofCatalog, own)).toMatchObject({
        refused: {
          code: 'unusable-questions',
          field: 'work.questions',
          message: expect.stringContaining('Question 2 is in no bank'),
        },
      })
      expect(await db.assignedBankItem.count()).toBe(0)
      await shareBankItem(db, await provedOn(ownBankItemScope), [{ classId, mayEdit: false }])
      expect(await make(ofCatalog, own)).toBeNull()
      expect(told(await make(ownItemId(written, 2)))).toBe('unusable-questions')
      expect(told(await make(ownItemId(randomUUID(), 1)))).toBe('unusable-questions')
      await deleteBankItem(db, await provedOn(ownBankItemScope), noon)
      expect(told(await make(own))).toBe('unusable-questions')
    })

    it('are picked or deleted, never both, where these come at once', async () => {
      const scope = await proved(assignScope, ada)
      for (let round = 0; round < 5; round += 1) {
        const bankItemId = await write(ada)
        const content = contentOf(picked(ownItemId(bankItemId, 1)))
        const [made, deleted] = await Promise.all([
          makeAssignment(db, scope, randomUUID(), content, noon),
          provedOn(ownBankItemScope, bankItemId).then((mine) => deleteBankItem(db, mine, noon)),
        ])
        expect(deleted).toBeNull()
        expect(['done', 'unusable-questions']).toContain(told(made))
        expect(await db.bankItem.count({ where: { id: bankItemId } })).toBe(made === null ? 1 : 0)
      }
    })

    it('keep what is picked when a colleague changes the rest, who adds none of another’s and copies none', async () => {
      const id = await assign(picked(own))
      const other = ownItemId(await write(ada), 1)
      const dora = await makeAccount('teacher')
      const scope = await proved(assignScope, dora)
      const change = (...itemIds: string[]) =>
        changeAssignment(db, scope, id, contentOf({ ...picked(...itemIds), title: 'Of both' }), afterSettled, noon)
      expect(await isPickedIn(db, scope, own)).toBe(true)
      expect(await change(own)).toBeNull()
      expect(told(await change(own, other))).toBe('unusable-questions')
      expect(told(await copyAssignment(db, scope, scope, { id, copyId: randomUUID(), days: null }, noon))).toBe(
        'unusable-questions',
      )
      // Once it is out of the assignment it is to be had no more.
      expect(await change(ofCatalog)).toBeNull()
      expect(await isPickedIn(db, scope, own)).toBe(false)
      expect(await db.assignedBankItem.count()).toBe(0)
      expect(told(await change(own))).toBe('unusable-questions')
    })
  })

  it('are copied to another class that one teaches, by its clock or without times, and without anybody’s terms', async () => {
    const id = await assign({ dueAt: new Date('2026-03-27T09:00:00Z'), password: 'x' })
    await give(ben, id, { attempts: 2 })
    const elsewhere = randomUUID()
    const scope = newClassScope(await actor(ada))
    if (scope === null) throw new Error('Ada may make a class')
    await createClass(
      db,
      scope,
      { id: elsewhere, name: '9a', timeZone: 'America/New_York', joinCode: randomUUID() },
      noon,
    )
    const [from, to] = [await proved(assignScope, ada), await proved(assignScope, ada, elsewhere)]
    const [shifted, cleared] = [randomUUID(), randomUUID()]
    expect(await copyAssignment(db, from, to, { id, copyId: shifted, days: 7 }, noon)).toBeNull()
    expect(await copyAssignment(db, from, to, { id, copyId: cleared, days: null }, noon)).toBeNull()
    expect(await findAssignment(db, to, shifted)).toMatchObject({
      title: 'A test',
      password: 'x',
      publishedAt: null,
      dueAt: new Date('2026-04-03T13:00:00Z'),
    })
    expect(await findAssignment(db, to, cleared)).toMatchObject({ dueAt: null })
    expect(await listOverrides(db, await proved(gradebookScope, ada, elsewhere), shifted)).toEqual([])
    expect(told(await copyAssignment(db, to, from, { id, copyId: randomUUID(), days: null }, noon))).toBe(
      'unknown-assignment',
    )
  })

  it('tell how far all learners are with lessons and cards, and one learner with what', async () => {
    const lesson = shelf.lesson(firstLesson) ?? { checkItemIds: [] }
    const [card] = shelf.cardsOfLesson(firstLesson)
    for (const itemId of lesson.checkItemIds) {
      const given = { itemId, itemRevision: 'r1', response: {}, score: 0, answeredAt: noon }
      await db.answer.create({ data: { id: randomUUID(), learnerId: `${ben}-l`, ...given } })
    }
    const memory = {
      stability: 1,
      difficulty: 5,
      learningStep: 0,
      intervalDays: 1,
      reps: 1,
      lapses: 0,
      intervalBucket: 0,
    }
    const times = { dueAt: noon, firstReviewedAt: noon, lastReviewedAt: noon }
    for (const [learner, phase] of [
      [ben, 1],
      [cleo, 2],
    ] as const) {
      const cardId = card?.id ?? ''
      await db.cardState.create({ data: { learnerId: `${learner}-l`, cardId, phase, ...memory, ...times } })
    }
    const scope = await proved(gradebookScope, ada)
    const lessons = { kind: 'lessons' as const, lessonIds: [firstLesson] }
    expect(await listWorkProgress(db, scope, { work: lessons })).toEqual(
      new Map([
        [ben, { done: 1, of: 1 }],
        [cleo, { done: 0, of: 1 }],
      ] as const),
    )
    const cards = { kind: 'cards' as const, lessonIds: [firstLesson], topicIds: [] }
    const of = shelf.cardsOfLesson(firstLesson).length
    expect(await listWorkProgress(db, scope, { work: cards })).toEqual(
      new Map([
        [ben, { done: 0, of }],
        [cleo, { done: 1, of }],
      ] as const),
    )
    expect(await findKnownWork(db, await proved(takeScope, cleo), { work: cards })).toEqual(new Set([card?.id]))
    expect((await findKnownWork(db, await proved(takeScope, ben), { work: lessons })).size).toBe(
      lesson.checkItemIds.length,
    )
  })
})
