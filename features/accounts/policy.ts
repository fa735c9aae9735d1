/**
 * Who may do what, as pure predicates over whoever asks. Nothing else decides it. Roles belong to a class; only the
 * administrator's is for the whole site.
 */

/** What somebody is in a class. */
export type ClassRole = 'teacher' | 'assistant' | 'learner'

/** Somebody's place in a class. */
export interface Membership {
  classId: string
  role: ClassRole
}

/** Whoever asks. */
export type Actor =
  /** A browser that has kept nothing. */
  | { kind: 'nobody' }
  /** A browser with progress and no account. */
  | { kind: 'guest'; learnerId: string }
  | { kind: 'account'; accountId: string; learnerId: string; memberships: readonly Membership[] }
  | { kind: 'administrator'; accountId: string; learnerId: string; memberships: readonly Membership[] }

/** A class, as far as it decides who may do what. */
export interface ClassAsked {
  id: string
}

/** Runs the site: sees its accounts, its log of sensitive acts and its health. Gives no sight of anybody's answers. */
export function mayAdminister(actor: Actor): boolean {
  return actor.kind === 'administrator'
}

/** Studies and answers, sees what they have done so far, and takes it along or deletes it: whoever has begun. */
export function mayStudy(actor: Actor): boolean {
  return actor.kind !== 'nobody'
}

/** Keeps an account of their own. */
export function mayManageOwnAccount(actor: Actor): boolean {
  return isSignedIn(actor)
}

/** Makes a class and becomes its teacher. */
export function mayCreateClass(actor: Actor): boolean {
  return isSignedIn(actor)
}

/** Joins a class by its code. Whoever is in it already has nothing to join. */
export function mayJoinClass(actor: Actor, asked: ClassAsked): boolean {
  return isSignedIn(actor) && roleIn(actor, asked) === null
}

/** Sees that there is such a class, and who teaches it. */
export function maySeeClass(actor: Actor, asked: ClassAsked): boolean {
  return roleIn(actor, asked) !== null || mayAdminister(actor)
}

/** Sees who else is in the class, its groups and its code. Learners see who teaches them. */
export function maySeeRoster(actor: Actor, asked: ClassAsked): boolean {
  const role = roleIn(actor, asked)
  return role === 'teacher' || role === 'assistant' || mayAdminister(actor)
}

/** Leaves a class that they are in. That it keeps a teacher is for the class to see to. */
export function mayLeaveClass(actor: Actor, asked: ClassAsked): boolean {
  return roleIn(actor, asked) !== null
}

/** Names the class, opens and closes it, and gives it away. */
export function mayEditClass(actor: Actor, asked: ClassAsked): boolean {
  return roleIn(actor, asked) === 'teacher'
}

/** Lets people in, puts them out and gives them roles. An administrator may, lest a class be left without a teacher. */
export function mayManageMembers(actor: Actor, asked: ClassAsked): boolean {
  return roleIn(actor, asked) === 'teacher' || mayAdminister(actor)
}

/** Assigns quizzes and changes when they are due. */
export function mayAssign(actor: Actor, asked: ClassAsked): boolean {
  return roleIn(actor, asked) === 'teacher'
}

/** Reads what every learner of the class has earned. An administrator runs the site and does not read along. */
export function mayReadGradebook(actor: Actor, asked: ClassAsked): boolean {
  const role = roleIn(actor, asked)
  return role === 'teacher' || role === 'assistant'
}

/** Gives points by hand, and extensions. */
export function mayGrade(actor: Actor, asked: ClassAsked): boolean {
  const role = roleIn(actor, asked)
  return role === 'teacher' || role === 'assistant'
}

/** Works on what is assigned to the class. */
export function mayTakeAssignment(actor: Actor, asked: ClassAsked): boolean {
  return roleIn(actor, asked) === 'learner'
}

/** An item of somebody's bank, as far as it decides who may do what. */
export interface BankItemAsked {
  id: string
  /** Nothing once the account is deleted. */
  ownerAccountId: string | null
  shares: readonly { classId: string; mayEdit: boolean }[]
}

/** Keeps items of their own. */
export function mayKeepBank(actor: Actor): boolean {
  return isSignedIn(actor)
}

/** Looks at an item of a bank, asks it and copies it: its owner, and whoever teaches a class that it is shared with. */
export function mayUseBankItem(actor: Actor, asked: BankItemAsked): boolean {
  return mayManageBankItem(actor, asked) || asked.shares.some((share) => teachesIn(actor, share))
}

/** Changes what an item of a bank says: its owner, and whoever the owner lets. */
export function mayChangeBankItem(actor: Actor, asked: BankItemAsked): boolean {
  return mayManageBankItem(actor, asked) || asked.shares.some((share) => share.mayEdit && teachesIn(actor, share))
}

/** Files an item of a bank, shares it and deletes it. */
export function mayManageBankItem(actor: Actor, { ownerAccountId }: BankItemAsked): boolean {
  return isSignedIn(actor) && actor.accountId === ownerAccountId
}

/** Shares items with those who teach a class: whoever is one of them. */
export function mayShareWithClass(actor: Actor, asked: ClassAsked): boolean {
  return teachesIn(actor, { classId: asked.id })
}

/** A lesson that somebody has written, as far as it decides who may do what. */
export interface OwnLessonAsked {
  id: string
  ownerAccountId: string
  /** The classes that it is shared with. */
  classIds: readonly string[]
}

/** Reads a lesson that somebody has written: its owner, and everybody in a class that it is shared with. */
export function mayReadOwnLesson(actor: Actor, asked: OwnLessonAsked): boolean {
  return mayEditOwnLesson(actor, asked) || asked.classIds.some((id) => roleIn(actor, { id }) !== null)
}

/** Changes, shares and deletes a lesson: whoever has written it. */
export function mayEditOwnLesson(actor: Actor, { ownerAccountId }: OwnLessonAsked): boolean {
  return isSignedIn(actor) && actor.accountId === ownerAccountId
}

function teachesIn(actor: Actor, { classId }: { classId: string }): boolean {
  return roleIn(actor, { id: classId }) === 'teacher'
}

function roleIn(actor: Actor, { id }: ClassAsked): ClassRole | null {
  if (!isSignedIn(actor)) return null
  return actor.memberships.find(({ classId }) => classId === id)?.role ?? null
}

function isSignedIn(actor: Actor): actor is Extract<Actor, { accountId: string }> {
  return actor.kind === 'account' || actor.kind === 'administrator'
}
