import {
  type Actor,
  type BankItemAsked,
  type ClassAsked,
  mayAdminister,
  mayAssign,
  mayChangeBankItem,
  mayCreateClass,
  mayEditClass,
  mayEditOwnLesson,
  mayGrade,
  mayJoinClass,
  mayKeepBank,
  mayLeaveClass,
  mayManageBankItem,
  mayManageMembers,
  mayManageOwnAccount,
  mayReadGradebook,
  mayReadOwnLesson,
  maySeeClass,
  maySeeRoster,
  mayShareWithClass,
  mayStudy,
  mayTakeAssignment,
  mayUseBankItem,
  type OwnLessonAsked,
} from './policy.ts'

/**
 * Proof, as a type, that whoever asks may see what a data function reads or changes. Only the functions here make one,
 * each after its predicate, so that a data function that takes one cannot be reached around the policy.
 */
declare const proof: unique symbol

/** What one learner has studied and answered, with the memory of their cards. */
export interface WorkScope {
  readonly [proof]: 'work'
  readonly learnerId: string
}

/** What belongs to one account, for whoever is signed in to it. */
export interface OwnAccountScope {
  readonly [proof]: 'own-account'
  readonly accountId: string
  readonly learnerId: string
}

/** What an administrator sees of the site. */
export interface SiteScope {
  readonly [proof]: 'site'
  /** Whoever runs it, to be noted with what they do. */
  readonly accountId: string
  readonly learnerId: string
}

/** The grades of one class. */
export interface GradebookScope {
  readonly [proof]: 'gradebook'
  readonly classId: string
}

/** The terms and grades of those who learn in a class, to be changed; and what is assigned, to be tried out. */
export interface GradingScope {
  readonly [proof]: 'grading'
  readonly classId: string
  readonly accountId: string
  readonly learnerId: string
  /** Of whoever grades: what they try out is theirs. */
  readonly work: WorkScope
}

/** A class that is yet to be made, by whoever will teach it. */
export interface NewClassScope {
  readonly [proof]: 'new-class'
  readonly accountId: string
}

/** A class, as everybody in it sees it. */
export interface ClassScope {
  readonly [proof]: 'class'
  readonly classId: string
}

/** Who is in a class, its groups and its code. */
export interface RosterScope {
  readonly [proof]: 'roster'
  readonly classId: string
}

/** Who is in a class, to be changed. */
export interface MembersScope {
  readonly [proof]: 'members'
  readonly classId: string
}

/** A class itself, to be changed: its name, its code, its groups, and whether it is archived. */
export interface ClassEditScope {
  readonly [proof]: 'class-edit'
  readonly classId: string
}

/** A class for somebody to come into. */
export interface JoinScope {
  readonly [proof]: 'join'
  readonly classId: string
  readonly accountId: string
}

/** Somebody's own place in a class, for them to give up. */
export interface LeaveScope {
  readonly [proof]: 'leave'
  readonly classId: string
  readonly accountId: string
}

/** The items of one's own bank, and those that one's classes share. */
export interface BankScope {
  readonly [proof]: 'bank'
  readonly accountId: string
  /** The classes that one teaches. */
  readonly taughtClassIds: readonly string[]
}

/** An item of a bank, to be looked at, asked and copied. */
export interface BankItemScope {
  readonly [proof]: 'bank-item'
  readonly bankItemId: string
}

/** What an item of a bank says, to be changed. */
export interface BankItemChangeScope {
  readonly [proof]: 'bank-item-change'
  readonly bankItemId: string
  readonly accountId: string
}

/** An item of one's own bank, to be filed, shared and deleted. */
export interface OwnBankItemScope {
  readonly [proof]: 'own-bank-item'
  readonly bankItemId: string
  /** The classes that one teaches, with which it may be shared. */
  readonly taughtClassIds: readonly string[]
}

/** What is assigned to a class, to be changed. */
export interface AssignScope {
  readonly [proof]: 'assign'
  readonly classId: string
  /** Whose questions may be picked. */
  readonly bank: BankScope
}

/** What is assigned to a class, for one who learns in it. */
export interface TakeScope {
  readonly [proof]: 'take'
  readonly classId: string
  readonly accountId: string
  readonly work: WorkScope
}

/** A lesson that somebody has written, to be read. */
export interface OwnLessonScope {
  readonly [proof]: 'own-lesson'
  readonly lessonId: string
}

/** A lesson of one's own, to be changed, shared and deleted. */
export interface OwnLessonEditScope {
  readonly [proof]: 'own-lesson-edit'
  readonly lessonId: string
  /** The classes that one teaches, with which it may be shared. */
  readonly taughtClassIds: readonly string[]
}

/** What the actor has studied and answered; nothing for whoever has not begun. */
export function ownWorkScope(actor: Actor): WorkScope | null {
  if (!mayStudy(actor) || !('learnerId' in actor)) return null
  return { learnerId: actor.learnerId } as WorkScope
}

/**
 * The work that a stored row belongs to, so that what is derived from it can follow where it changes. It proves nothing
 * by itself: whoever calls has reached the row by another proof, in the same transaction, or runs a command on the server.
 */
export function derivedWorkScope({ learnerId }: { learnerId: string }): WorkScope {
  return { learnerId } as WorkScope
}

/** The actor's own account; nothing for whoever has none. */
export function ownAccountScope(actor: Actor): OwnAccountScope | null {
  if (!mayManageOwnAccount(actor) || !('accountId' in actor)) return null
  return { accountId: actor.accountId, learnerId: actor.learnerId } as OwnAccountScope
}

/** The whole site; nothing for whoever does not run it. */
export function siteScope(actor: Actor): SiteScope | null {
  if (!mayAdminister(actor) || !('accountId' in actor)) return null
  return { accountId: actor.accountId, learnerId: actor.learnerId } as SiteScope
}

/** The grades of a class; nothing for whoever may not read them. */
export function gradebookScope(actor: Actor, asked: ClassAsked): GradebookScope | null {
  return mayReadGradebook(actor, asked) ? ({ classId: asked.id } as GradebookScope) : null
}

/** The terms and grades of a class, to be changed; nothing for whoever may not. */
export function gradingScope(actor: Actor, asked: ClassAsked): GradingScope | null {
  const work = ownWorkScope(actor)
  if (!mayGrade(actor, asked) || !('accountId' in actor) || work === null) return null
  return { classId: asked.id, accountId: actor.accountId, learnerId: actor.learnerId, work } as GradingScope
}

/** A class to be made; nothing for whoever may make none. */
export function newClassScope(actor: Actor): NewClassScope | null {
  if (!mayCreateClass(actor) || !('accountId' in actor)) return null
  return { accountId: actor.accountId } as NewClassScope
}

/** A class; nothing for whoever is not in it. */
export function classScope(actor: Actor, asked: ClassAsked): ClassScope | null {
  return maySeeClass(actor, asked) ? ({ classId: asked.id } as ClassScope) : null
}

/** Who is in a class; nothing for whoever may not see it. */
export function rosterScope(actor: Actor, asked: ClassAsked): RosterScope | null {
  return maySeeRoster(actor, asked) ? ({ classId: asked.id } as RosterScope) : null
}

/** Who is in a class, to be changed; nothing for whoever may not. */
export function membersScope(actor: Actor, asked: ClassAsked): MembersScope | null {
  return mayManageMembers(actor, asked) ? ({ classId: asked.id } as MembersScope) : null
}

/** A class to be changed; nothing for whoever may not. */
export function classEditScope(actor: Actor, asked: ClassAsked): ClassEditScope | null {
  return mayEditClass(actor, asked) ? ({ classId: asked.id } as ClassEditScope) : null
}

/** A class to come into; nothing for whoever has no account or is in it already. */
export function joinScope(actor: Actor, asked: ClassAsked): JoinScope | null {
  if (!mayJoinClass(actor, asked) || !('accountId' in actor)) return null
  return { classId: asked.id, accountId: actor.accountId } as JoinScope
}

/** The actor's own place in a class; nothing for whoever has none. */
export function leaveScope(actor: Actor, asked: ClassAsked): LeaveScope | null {
  if (!mayLeaveClass(actor, asked) || !('accountId' in actor)) return null
  return { classId: asked.id, accountId: actor.accountId } as LeaveScope
}

/** The actor's bank; nothing for whoever has no account. */
export function bankScope(actor: Actor): BankScope | null {
  if (!mayKeepBank(actor) || !('accountId' in actor)) return null
  const { accountId } = actor
  return { accountId, taughtClassIds: taughtBy(actor) as readonly string[] } as BankScope
}

/** An item of a bank; nothing for whoever may not use it. */
export function bankItemScope(actor: Actor, asked: BankItemAsked): BankItemScope | null {
  return mayUseBankItem(actor, asked) ? ({ bankItemId: asked.id } as BankItemScope) : null
}

/** An item of a bank, to be changed; nothing for whoever may not. */
export function bankItemChangeScope(actor: Actor, asked: BankItemAsked): BankItemChangeScope | null {
  if (!mayChangeBankItem(actor, asked) || !('accountId' in actor)) return null
  return { bankItemId: asked.id, accountId: actor.accountId } as BankItemChangeScope
}

/** An item of the actor's own bank; nothing for whoever does not own it. */
export function ownBankItemScope(actor: Actor, asked: BankItemAsked): OwnBankItemScope | null {
  if (!mayManageBankItem(actor, asked)) return null
  return { bankItemId: asked.id, taughtClassIds: taughtBy(actor) as readonly string[] } as OwnBankItemScope
}

/** A lesson that somebody has written; nothing for whoever may not read it. */
export function ownLessonScope(actor: Actor, asked: OwnLessonAsked): OwnLessonScope | null {
  return mayReadOwnLesson(actor, asked) ? ({ lessonId: asked.id } as OwnLessonScope) : null
}

/** A lesson of the actor's own; nothing for whoever has not written it. */
export function ownLessonEditScope(actor: Actor, asked: OwnLessonAsked): OwnLessonEditScope | null {
  if (!mayEditOwnLesson(actor, asked)) return null
  return { lessonId: asked.id, taughtClassIds: taughtBy(actor) as readonly string[] } as OwnLessonEditScope
}

function taughtBy(actor: Actor): string[] {
  if (!('memberships' in actor)) return []
  return actor.memberships.map(({ classId }) => classId).filter((id) => mayShareWithClass(actor, { id }))
}

/** What is assigned to a class, to be changed; nothing for whoever may not. */
export function assignScope(actor: Actor, asked: ClassAsked): AssignScope | null {
  const bank = bankScope(actor)
  return bank !== null && mayAssign(actor, asked) ? ({ classId: asked.id, bank } as AssignScope) : null
}

/** What is assigned to a class, to be worked on; nothing for whoever does not learn in it. */
export function takeScope(actor: Actor, asked: ClassAsked): TakeScope | null {
  const work = ownWorkScope(actor)
  if (!mayTakeAssignment(actor, asked) || !('accountId' in actor) || work === null) return null
  return { classId: asked.id, accountId: actor.accountId, work } as TakeScope
}
