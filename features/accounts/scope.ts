import {
  type Actor,
  type ClassAsked,
  mayAdminister,
  mayCreateClass,
  mayEditClass,
  mayGrade,
  mayJoinClass,
  mayLeaveClass,
  mayManageMembers,
  mayManageOwnAccount,
  mayReadGradebook,
  maySeeClass,
  maySeeRoster,
} from './policy.ts'

/**
 * Proof, as a type, that whoever asks may see what a data function reads or changes. Only the functions here make one,
 * each after its predicate, so that a data function that takes one cannot be reached around the policy.
 */
declare const proof: unique symbol

/** What belongs to one account, for whoever is signed in to it. */
export interface OwnAccountScope {
  readonly [proof]: 'own-account'
  readonly accountId: string
  readonly learnerId: string
}

/** What an administrator sees of the site. */
export interface SiteScope {
  readonly [proof]: 'site'
  readonly accountId: string
}

/** The grades of one class. */
export interface GradebookScope {
  readonly [proof]: 'gradebook'
  readonly classId: string
}

/** The grades of one class, to be given, by whoever does so. */
export interface GradingScope {
  readonly [proof]: 'grading'
  readonly classId: string
  readonly accountId: string
  readonly learnerId: string
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

/** The actor's own account; nothing for whoever has none. */
export function ownAccountScope(actor: Actor): OwnAccountScope | null {
  if (!mayManageOwnAccount(actor) || !('accountId' in actor)) return null
  return { accountId: actor.accountId, learnerId: actor.learnerId } as OwnAccountScope
}

/** The whole site; nothing for whoever does not run it. */
export function siteScope(actor: Actor): SiteScope | null {
  if (!mayAdminister(actor) || !('accountId' in actor)) return null
  return { accountId: actor.accountId } as SiteScope
}

/** The grades of a class; nothing for whoever may not read them. */
export function gradebookScope(actor: Actor, asked: ClassAsked): GradebookScope | null {
  return mayReadGradebook(actor, asked) ? ({ classId: asked.id } as GradebookScope) : null
}

/** The grades of a class, to be given; nothing for whoever may not. */
export function gradingScope(actor: Actor, asked: ClassAsked): GradingScope | null {
  if (!mayGrade(actor, asked) || !('accountId' in actor)) return null
  return { classId: asked.id, accountId: actor.accountId, learnerId: actor.learnerId } as GradingScope
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
