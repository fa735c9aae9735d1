import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { listMemberships } from '@/features/accounts/data.ts'
import { createAccount } from '@/features/accounts/mutations.ts'
import { findPerson } from '@/features/accounts/own-data/data.ts'
import { deletePerson } from '@/features/accounts/own-data/mutations.ts'
import type { Actor } from '@/features/accounts/policy.ts'
import {
  bankItemChangeScope,
  bankItemScope,
  bankScope,
  newClassScope,
  type OwnBankItemScope,
  ownBankItemScope,
} from '@/features/accounts/scope.ts'
import { findAttempt } from '@/features/quiz/data.ts'
import type { Item, ItemOf } from '@/features/quiz/item.ts'
import { singleChoiceExamples } from '@/features/quiz/items/single-choice/examples.ts'
import { type FindItem, recordAttempt, recordEvent, settleAttempt } from '@/features/quiz/mutations.ts'
import { findBankItems, findBankItemsOfAttempt } from '@/features/quiz/own-items/data.ts'
import { lessonRules } from '@/features/quiz/plan.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { makeAssignment, quizOf } from '@/testing/assigned.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { workOf } from '@/testing/work.ts'
import { createClass } from '../mutations.ts'
import {
  countFlags,
  findBankItem,
  findBankItemAsked,
  listBankItems,
  listBankItemsAmong,
  listFlags,
  listVersions,
} from './data.ts'
import {
  changeBankItem,
  copyBankItem,
  createBankItem,
  deleteBankItem,
  fileBankItem,
  shareBankItem,
} from './mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const written = singleChoiceExamples[0] as ItemOf<'single-choice'>
const reworded: Item = { ...written, stem: 'On what day did it meet?' }
const answeredOtherwise: Item = { ...written, key: 'o1' }
const filing = { folder: 'Week 1', tags: ['days'], difficulty: null }

describeOnBothDatabases('a bank of questions', (open) => {
  let db: Database
  let ada: Person
  let ben: Person
  let classId: string
  let id: string

  interface Person {
    accountId: string
    learnerId: string
  }
  beforeEach(async () => {
    db = open()
    ada = await makePerson('Ada')
    ben = await makePerson('Ben')
    classId = randomUUID()
    id = randomUUID()
    const made = { id: classId, name: '10b', timeZone: 'UTC', joinCode: 'CODE' }
    await createClass(db, must(newClassScope(await actor(ada))), made, start)
    await createBankItem(db, must(bankScope(await actor(ada))), { id, item: written, filing, copiedFrom: null }, start)
  })

  async function makePerson(name: string): Promise<Person> {
    const [accountId, learnerId] = [randomUUID(), randomUUID()]
    const account = { id: accountId, email: `${accountId}@school.example`, name, passwordHash: null }
    const more = { isEmailVerified: false, guestId: null, newLearner: { id: learnerId, timeZone: 'UTC' } }
    await inTransaction(db, (tx) => createAccount(tx, { ...account, ...more }, start))
    return { accountId, learnerId }
  }
  async function actor({ accountId, learnerId }: Person): Promise<Actor> {
    return { kind: 'account', accountId, learnerId, memberships: await listMemberships(db, accountId) }
  }
  /** Ben teaches the class too. */
  const comesToTeach = ({ accountId }: Person) =>
    db.membership.create({ data: { classId, accountId, role: 'teacher', joinedAt: start } })
  async function proved<Scope>(
    scope: (actor: Actor, asked: NonNullable<Awaited<ReturnType<typeof findBankItemAsked>>>) => Scope | null,
    person: Person,
    item = id,
  ): Promise<Scope | null> {
    const asked = await findBankItemAsked(db, item)
    return asked === null ? null : scope(await actor(person), asked)
  }
  function must<Scope>(scope: Scope | null): Scope {
    if (scope === null) throw new Error('this was not allowed')
    return scope
  }
  const own = async () => must(await proved(ownBankItemScope, ada))
  const share = async (mayEdit: boolean) => shareBankItem(db, await own(), [{ classId, mayEdit }])
  async function change(item: Item, basedOn: number, { by = ada, asksOtherwise = false } = {}) {
    const scope = must(await proved(bankItemChangeScope, by))
    return changeBankItem(db, scope, { item, basedOn, asksOtherwise }, later(basedOn))
  }
  const listedBy = async (person: Person) =>
    (await listBankItems(db, must(bankScope(await actor(person))))).map((row) => row.id)
  const itemId = (version: number, item = id) => `own:${item}:v${version}`

  it('keeps an item once, however often it is sent', async () => {
    const bank = must(bankScope(await actor(ada)))
    const again = await createBankItem(db, bank, { id, item: written, filing, copiedFrom: null }, later(1))
    expect(again).toEqual({ sequence: 1, version: 1, change: 'none' })
    expect(await listBankItems(db, bank)).toMatchObject([
      { id, ...filing, version: 1, owner: { name: 'Ada' }, timesAsked: 0, editedAt: start },
    ])
    const item = (await findBankItem(db, must(await proved(bankItemScope, ada))))?.item
    expect(item).toEqual({ ...written, id: itemId(1), revision: item?.revision })
  })

  it('does not take the id of somebody else’s item', async () => {
    const bank = must(bankScope(await actor(ben)))
    expect(await createBankItem(db, bank, { id, item: written, filing, copiedFrom: null }, later(1))).toMatchObject({
      refused: { status: 404 },
    })
  })

  it('keeps other words as a revision, another answer as a version, and no change as nothing', async () => {
    expect(await change(reworded, 1)).toEqual({ sequence: 2, version: 1, change: 'wording' })
    expect(await change(reworded, 1)).toEqual({ sequence: 2, version: 1, change: 'none' })
    expect(await change(answeredOtherwise, 2)).toEqual({ sequence: 3, version: 2, change: 'answer' })
    const rewordedAgain: Item = { ...written, key: 'o1', stem: 'On which day did it not meet?' }
    expect(await change(rewordedAgain, 3, { asksOtherwise: true })).toMatchObject({ version: 3, change: 'answer' })
    const versions = await listVersions(db, must(await proved(bankItemScope, ada)))
    expect(versions.map(({ version, by }) => [version, by])).toEqual([
      [3, 'Ada'],
      [2, 'Ada'],
      [1, 'Ada'],
      [1, 'Ada'],
    ])
    const found = await findBankItems(db, [itemId(1), itemId(2), itemId(9), 'made-901.a'])
    expect([...found.keys()].sort()).toEqual([itemId(1), itemId(2)])
    expect(found.get(itemId(1))).toMatchObject({ stem: 'On what day did it meet?', key: 'o2' })
    expect(found.get(itemId(2))).toMatchObject({ key: 'o1' })
  })

  it('overwrites nothing that its author has not seen, also where two keep theirs at once', async () => {
    await change(reworded, 1)
    expect(await change(answeredOtherwise, 1)).toMatchObject({ refused: { code: 'changed-meanwhile' } })
    const both = await Promise.all([
      change({ ...written, stem: 'One?' } as Item, 2),
      change({ ...written, stem: 'Two?' } as Item, 2),
    ])
    expect(both.map((kept) => 'refused' in kept).sort()).toEqual([false, true])
    expect(await listVersions(db, must(await proved(bankItemScope, ada)))).toHaveLength(3)
  })

  it('shows a private item to nobody else', async () => {
    await comesToTeach(ben)
    expect(await listedBy(ben)).toEqual([])
    for (const scope of [bankItemScope, bankItemChangeScope, ownBankItemScope]) {
      expect(await proved<unknown>(scope, ben)).toBeNull()
    }
  })

  it('lets whoever teaches a class use and copy what is shared with it, and change it where its owner allows', async () => {
    await share(false)
    expect(await listedBy(ben)).toEqual([])
    await comesToTeach(ben)
    expect(await listedBy(ben)).toEqual([id])
    expect(await proved(bankItemChangeScope, ben)).toBeNull()
    await share(true)
    expect(await change(answeredOtherwise, 1, { by: ben })).toMatchObject({ version: 2 })
    expect(await proved(ownBankItemScope, ben)).toBeNull()

    const copy = randomUUID()
    const [source, bank] = [must(await proved(bankItemScope, ben)), must(bankScope(await actor(ben)))]
    expect(await copyBankItem(db, source, bank, copy, later(9))).toMatchObject({ version: 1 })
    expect(await copyBankItem(db, source, bank, copy, later(9))).toMatchObject({ change: 'none' })
    const [mine] = await listBankItems(db, bank)
    // Where its owner files it is their own affair.
    expect(mine).toMatchObject({ id: copy, folder: '', tags: [], copiedFrom: { itemId: itemId(2) }, shares: [] })
    expect(mine?.item).toMatchObject({ key: 'o1', id: itemId(1, copy) })
  })

  it('is found as it reads now by the id of any version, by those who may use it', async () => {
    await change(answeredOtherwise, 1)
    await fileBankItem(db, await own(), { ...filing, difficulty: 'hard' })
    const among = async (person: Person, ...itemIds: string[]) =>
      (await listBankItemsAmong(db, must(bankScope(await actor(person))), itemIds)).map((row) => [
        row.item.id,
        row.difficulty,
      ])
    expect(await among(ada, itemId(1), 'opening-014.who', itemId(1, randomUUID()))).toEqual([[itemId(2), 'hard']])
    await comesToTeach(ben)
    expect(await among(ben, itemId(1))).toEqual([])
    await share(false)
    expect(await among(ben, itemId(1))).toEqual([[itemId(2), 'hard']])
    await deleteBankItem(db, await own(), later(9))
    expect(await among(ada, itemId(1))).toEqual([])
  })

  it('tells its owner, and nobody whom it is shared with, what was found wrong with any version of it', async () => {
    await change(answeredOtherwise, 1)
    const flag = (asked: string, comment: string, minutes: number) =>
      db.itemFlag.create({
        data: {
          id: randomUUID(),
          learnerId: ben.learnerId,
          itemId: asked,
          itemRevision: 'r',
          comment,
          flaggedAt: later(minutes),
        },
      })
    await flag(itemId(1), 'Two are right.', 1)
    await flag(itemId(2), 'Still unclear.', 2)
    await flag('opening-014.who', 'Of the catalog.', 3)
    const others = randomUUID()
    const itsOwn = { id: others, item: written, filing, copiedFrom: null }
    await createBankItem(db, must(bankScope(await actor(ben))), itsOwn, start)
    await flag(itemId(1, others), 'Another’s.', 4)
    expect(await listFlags(db, await own())).toEqual([
      { itemId: itemId(2), comment: 'Still unclear.', flaggedAt: later(2) },
      { itemId: itemId(1), comment: 'Two are right.', flaggedAt: later(1) },
    ])
    await comesToTeach(ben)
    await share(true)
    const counted = async (person: Person) => [...(await countFlags(db, must(bankScope(await actor(person)))))]
    expect(await counted(ada)).toEqual([[id, 2]])
    expect(await counted(ben)).toEqual([[others, 1]])
    expect(await proved(ownBankItemScope, ben)).toBeNull()
  })

  it('is shared with no class that its owner does not teach', async () => {
    const elsewhere = await shareBankItem(db, await own(), [{ classId: randomUUID(), mayEdit: false }])
    expect(elsewhere).toMatchObject({ refused: { code: 'not-taught' } })
    await share(false)
    await shareBankItem(db, await own(), [])
    await comesToTeach(ben)
    expect(await listedBy(ben)).toEqual([])
  })

  it('files an item without touching what it says', async () => {
    const other = { folder: '', tags: ['a', 'b'], difficulty: 'hard' as const }
    expect(await fileBankItem(db, await own(), other)).toBeNull()
    expect(await findBankItem(db, must(await proved(bankItemScope, ada)))).toMatchObject({ ...other, sequence: 1 })
  })

  const nothing = { afterAnswers: async () => {}, afterSettled: async () => {} }
  async function attempt(person: Person, version = 1) {
    const attemptId = randomUUID()
    const items = [...(await findBankItems(db, [itemId(version)])).values()]
    const plan = { kind: 'lesson', lessonId: 'made-lesson' } as const
    const rules = { ...lessonRules, behaviour: 'deferred-feedback' as const }
    await recordAttempt(db, { attemptId, work: workOf(person.learnerId), plan, rules, items }, later(30))
    return attemptId
  }
  async function finder(attemptId: string): Promise<FindItem> {
    const found = await findBankItemsOfAttempt(db, attemptId)
    return (asked) => found.get(asked)
  }

  it('has an attempt keep what it began with, whatever becomes of the item, and grades it by that', async () => {
    const attemptId = await attempt(ben)
    await change(reworded, 1)
    await change(answeredOtherwise, 2)
    expect(await deleteBankItem(db, await own(), later(40))).toBeNull()
    const find = await finder(attemptId)
    const item = find(itemId(1)) as ItemOf<'single-choice'>
    expect(item).toMatchObject({ stem: written.stem, key: 'o2' })
    const { learnerId } = ben
    const sent = (deed: object) => ({
      eventId: randomUUID(),
      attemptId,
      work: workOf(learnerId),
      deed: deed as never,
      waitedMs: 0,
    })
    const answered = {
      kind: 'answered',
      itemId: item.id,
      itemRevision: item.revision,
      response: { optionId: 'o2' },
      certainty: null,
      seen: [],
      durationMs: 1000,
    }
    expect(await recordEvent(db, sent(answered), find, nothing, later(41))).toMatchObject({ verdict: 'counts' })
    await recordEvent(db, sent({ kind: 'submitted' }), find, nothing, later(42))
    await settleAttempt(db, workOf(learnerId), attemptId, find, nothing, later(43))
    expect(await findAttempt(db, workOf(learnerId), attemptId)).toMatchObject({
      status: 'finished',
      answers: [{ itemId: itemId(1), itemRevision: item.revision, score: 1 }],
    })
  })

  it('is gone for good once it is deleted, unless somebody was asked it', async () => {
    await share(true)
    const scope: OwnBankItemScope = await own()
    await attempt(ben)
    await deleteBankItem(db, scope, later(1))
    expect(await listedBy(ada)).toEqual([])
    expect(await findBankItemAsked(db, id)).toBeNull()
    expect(await db.bankItem.count()).toBe(1)

    const other = randomUUID()
    const bank = must(bankScope(await actor(ada)))
    await createBankItem(db, bank, { id: other, item: written, filing, copiedFrom: null }, start)
    await deleteBankItem(db, must(await proved(ownBankItemScope, ada, other)), later(2))
    expect(await db.bankItem.count()).toBe(1)
    expect(await db.bankItemVersion.count({ where: { bankItemId: other } })).toBe(0)
  })

  it('stays for what is assigned, though nobody has been asked it yet, and is free once that asks it no more', async () => {
    const assign = (bankItemId: string) =>
      makeAssignment(db, classId, {
        work: quizOf([itemId(1, bankItemId)]),
        bankItems: { create: { bankItemId } },
      })
    const assignmentId = await assign(id)
    expect((await findBankItem(db, must(await proved(bankItemScope, ada))))?.isInUse).toBe(true)
    await deleteBankItem(db, await own(), later(1))
    expect(await listedBy(ada)).toEqual([])
    expect((await findBankItems(db, [itemId(1)])).get(itemId(1))).toMatchObject({ stem: written.stem })
    // The database itself holds on to it.
    await expect(db.bankItem.delete({ where: { id } })).rejects.toThrow()

    await db.assignment.delete({ where: { id: assignmentId } })
    expect(await db.assignedBankItem.count()).toBe(0)
    const other = randomUUID()
    const bank = must(bankScope(await actor(ada)))
    await createBankItem(db, bank, { id: other, item: written, filing, copiedFrom: null }, start)
    await assign(other)
    await comesToTeach(ben)
    await deletePerson(db, await findPerson(db, workOf(ada.learnerId)), later(5))
    const left = await db.bankItem.findMany({ orderBy: { id: 'asc' }, select: { id: true, ownerAccountId: true } })
    expect(left).toEqual([{ id: other, ownerAccountId: null }])
  })

  it('goes with its owner’s account where nobody else was asked it or shares it, and else stays without a name', async () => {
    const bank = must(bankScope(await actor(ada)))
    const [asked, shared] = [randomUUID(), randomUUID()]
    for (const made of [asked, shared]) {
      await createBankItem(db, bank, { id: made, item: written, filing, copiedFrom: null }, start)
    }
    // That she has tried her own item out holds nobody up.
    await attempt(ada)
    await shareBankItem(db, must(await proved(ownBankItemScope, ada, shared)), [{ classId, mayEdit: true }])
    const items = [...(await findBankItems(db, [itemId(1, asked)])).values()]
    const plan = { kind: 'lesson', lessonId: 'made-lesson' } as const
    const attemptId = randomUUID()
    await recordAttempt(db, { attemptId, work: workOf(ben.learnerId), plan, rules: lessonRules, items }, start)

    await deletePerson(db, await findPerson(db, workOf(ada.learnerId)), later(5))
    const left = await db.bankItem.findMany({ orderBy: { id: 'asc' }, include: { versions: true } })
    expect(left.map((row) => row.id)).toEqual([asked, shared].sort())
    for (const row of left) {
      expect(row).toMatchObject({ ownerAccountId: null, folder: '', tags: [], versions: [{ byAccountId: null }] })
    }
    expect((await finder(attemptId))(itemId(1, asked))).toMatchObject({ key: 'o2' })
    await comesToTeach(ben)
    expect(await listedBy(ben)).toEqual([shared])
  })
})
