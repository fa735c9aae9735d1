import type { Act } from '../audit.ts'

/** What was done, in words that go on after whoever did it. */
export function actText(act: Act, subject: string | null): string {
  const whom = subject ?? 'somebody who is deleted since'
  const where = subject ?? 'a class'
  switch (act.act) {
    case 'signed-up':
      return 'made an account'
    case 'signed-in':
      return 'signed in'
    case 'sign-in-failed':
      return 'failed to sign in'
    case 'signed-out-elsewhere':
      return 'signed out all their other browsers'
    case 'session-revoked':
      return 'signed out another browser of theirs'
    case 'password-changed':
      return 'changed their password'
    case 'reset-requested':
      return `asked for a link to choose a new password for ${whom}`
    case 'password-reset':
      return 'chose a new password by a link'
    case 'email-changed':
      return 'changed their e-mail address'
    case 'email-verified':
      return 'confirmed their e-mail address'
    case 'two-steps-begun':
      return 'turned two-step sign-in on'
    case 'two-steps-ended':
      return 'turned two-step sign-in off'
    case 'recovery-code-used':
      return 'signed in by a recovery code'
    case 'recovery-codes-replaced':
      return 'made new recovery codes'
    case 'provider-linked':
      return `linked ${act.provider} to their account`
    case 'provider-unlinked':
      return `unlinked ${act.provider} from their account`
    case 'person-signed-out':
      return `signed ${whom} out everywhere`
    case 'person-two-steps-ended':
      return `turned off two-step sign-in of ${whom}`
    case 'reset-link-made':
      return `made a link to choose a new password for ${whom}`
    case 'administrator-made':
      return `made ${whom} an administrator`
    case 'administrator-unmade':
      return `ended that ${whom} is an administrator`
    case 'person-deleted':
      return `deleted an account and all that was held on it, ${rows(act.rows)}`
    case 'teacher-given':
      return `gave ${where} a teacher`
    case 'class-created':
      return `made ${where}`
    case 'class-joined':
      return `joined ${where}`
    case 'invited':
      return `invited ${act.people} ${act.people === 1 ? 'person' : 'people'} to ${where}`
    case 'class-left':
      return `left ${where}`
    case 'class-archived':
      return `archived ${where}`
    case 'member-removed':
      return `put somebody out of ${where}`
    case 'role-changed':
      return `made somebody in ${where} ${act.to === 'assistant' ? 'an' : 'a'} ${act.to}`
    case 'exported':
      return `downloaded all that is held on them, ${rows(act.rows)}`
    case 'deleted':
      return `deleted all that was held on them, ${rows(act.rows)}`
    case 'guests-swept':
      return `deleted what was held on ${act.learners === 1 ? 'one guest' : `${act.learners} guests`} who had done nothing for ${act.months} months`
    case 'backup-made':
      return `made a backup, ${rows(act.rows)}`
    case 'backup-downloaded':
      return 'downloaded a backup'
    case 'backup-restored':
      return `restored the backup of ${act.madeAt.slice(0, 10)}, ${rows(act.rows)}`
    case 'mail-tried':
      return 'tried whether e-mail is sent'
    case 'grade-decided':
      return `decided about a grade of ${whom}`
    case 'grade-decision-taken-back':
      return `took back what was decided about a grade of ${whom}`
    case 'grades-held':
      return `held back the grades of an assignment of ${where}`
    case 'grades-released':
      return `released the grades of an assignment of ${where}`
    case 'item-decided':
      return `decided about a question, which moved ${act.gradesMoved} ${act.gradesMoved === 1 ? 'grade' : 'grades'}`
    case 'item-decision-taken-back':
      return `took back what was decided about a question, which moved ${act.gradesMoved} ${act.gradesMoved === 1 ? 'grade' : 'grades'}`
    case 'grades-exported':
      return `downloaded the grades of ${where}`
    case 'more-time-given':
      return `gave all who were taking an assignment of ${where} ${act.minutes} more ${act.minutes === 1 ? 'minute' : 'minutes'}`
    case 'takers-told':
      return `told all who were taking an assignment of ${where} something`
    case 'item-voided':
      return 'took a question out of the reckoning'
  }
}

/** Whoever did something that names nobody. */
export function unnamedDoer(act: Act, isGuest: boolean): string {
  if (isGuest) return 'A guest'
  switch (act.act) {
    case 'guests-swept':
    case 'backup-made':
    case 'backup-restored':
      return 'This program'
    case 'person-two-steps-ended':
    case 'reset-link-made':
    case 'administrator-made':
      return 'Whoever runs this program'
    case 'sign-in-failed':
    case 'reset-requested':
      return 'Somebody'
    default:
      return 'Somebody who is deleted since'
  }
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`
}
