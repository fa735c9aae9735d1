import { readdirSync } from 'node:fs'
import {
  type Actor,
  type BankItemAsked,
  type ClassAsked,
  mayAdminister,
  mayAssign,
  mayEditOwnLesson,
  mayLeaveClass,
  mayManageMembers,
  mayManageOwnAccount,
  mayReadGradebook,
  mayReadOwnLesson,
  maySeeClass,
  maySeeRoster,
  mayTakeAssignment,
  mayUseBankItem,
  type OwnLessonAsked,
} from '@/features/accounts/policy.ts'

/** What is asked for: a class, and what somebody who teaches it has written. */
export interface Asked extends ClassAsked {
  bankItem: BankItemAsked
  lesson: OwnLessonAsked
}

/** The status for somebody, by what they may. */
export type Expected = (actor: Actor, asked: Asked) => number

const shownTo =
  (may: (actor: Actor, asked: Asked) => boolean): Expected =>
  (actor, asked) =>
    may(actor, asked) ? 200 : 404

/** The pages that are not everybody's, with what each of them says to whom. */
export const restrictedPages: Record<string, Expected> = {
  '/account': (actor) => (mayManageOwnAccount(actor) ? 200 : 307),
  '/administration': shownTo(mayAdminister),
  '/administration/classes': shownTo(mayAdminister),
  '/administration/log': shownTo(mayAdminister),
  '/administration/people': shownTo(mayAdminister),
  '/administration/people/[account]': shownTo(mayAdminister),
  '/bank/[item]': shownTo((actor, { bankItem }) => mayUseBankItem(actor, bankItem)),
  '/bank/lessons/[lesson]': shownTo((actor, { lesson }) => mayEditOwnLesson(actor, lesson)),
  '/classes/[class]': shownTo(maySeeClass),
  '/classes/[class]/assignments/[assignment]': shownTo(
    (actor, asked) => mayTakeAssignment(actor, asked) || mayReadGradebook(actor, asked),
  ),
  '/classes/[class]/assignments/[assignment]/edit': shownTo(mayAssign),
  '/classes/[class]/assignments/[assignment]/insight': shownTo(mayReadGradebook),
  '/classes/[class]/assignments/[assignment]/insight/[item]': shownTo(mayReadGradebook),
  '/classes/[class]/assignments/[assignment]/live': shownTo(mayReadGradebook),
  '/classes/[class]/assignments/[assignment]/paper': shownTo(mayReadGradebook),
  '/classes/[class]/assignments/new': shownTo(mayAssign),
  '/classes/[class]/card': shownTo(maySeeRoster),
  '/classes/[class]/gradebook': shownTo(mayReadGradebook),
  '/classes/[class]/gradebook/[assignment]': shownTo(mayReadGradebook),
  '/classes/[class]/grades': shownTo(mayTakeAssignment),
  '/classes/[class]/insight': shownTo(mayReadGradebook),
  '/classes/[class]/invite': shownTo(mayManageMembers),
  // Whoever is in the class has nothing to join, and is sent there.
  '/join/[code]': (actor, asked) => (mayLeaveClass(actor, asked) ? 307 : 200),
  '/lessons/[lesson]': shownTo((actor, { lesson }) => mayReadOwnLesson(actor, lesson)),
  // The guest's, which is nobody else's.
  '/results/[attempt]': shownTo(({ kind }) => kind === 'guest'),
}

/** The pages that come alike to everybody; what is somebody's own on them comes from routes. */
export const everybodysPages = [
  '/',
  '/attempts/[attempt]',
  '/bank',
  '/bank/lessons',
  '/bank/lessons/new',
  '/bank/new',
  '/classes',
  '/forgot',
  '/gallery',
  '/join',
  '/learn',
  '/learn/[lesson]',
  '/offline',
  '/privacy',
  '/privacy/your-data',
  '/progress',
  '/quiz',
  '/quiz/[lesson]',
  '/record',
  '/record/[source]',
  '/record/debates',
  '/record/glossary',
  '/reset',
  '/review',
  '/review/[lesson]',
  '/review/ahead',
  '/review/aside',
  '/review/custom',
  '/review/own',
  '/review/schedule',
  '/review/topic/[topic]',
  '/scoring',
  '/sign-in',
  '/sign-up',
  '/tests/[test]',
]

/** Every page there is, such as "/classes/[class]". */
export function everyPage(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)page\.(tsx|mdx)$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.(tsx|mdx)$/, '')}`)
}
