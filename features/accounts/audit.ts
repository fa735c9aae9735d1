/** What is noted of a sensitive act, apart from when and by whom: never a secret, never an address. */
export type Act =
  | { act: 'signed-up' }
  | { act: 'signed-in' }
  | { act: 'sign-in-failed' }
  | { act: 'signed-out-elsewhere' }
  | { act: 'session-revoked' }
  | { act: 'password-changed' }
  | { act: 'reset-requested' }
  | { act: 'password-reset' }
  | { act: 'email-changed' }
  | { act: 'email-verified' }
  | { act: 'two-steps-begun' }
  | { act: 'two-steps-ended' }
  | { act: 'recovery-code-used' }
  | { act: 'recovery-codes-replaced' }
  | { act: 'provider-linked'; provider: string }
  | { act: 'provider-unlinked'; provider: string }
  /** What whoever runs the site does to an account: on the page of administration, or on the command line. */
  | { act: 'person-signed-out' }
  | { act: 'person-two-steps-ended' }
  | { act: 'reset-link-made' }
  | { act: 'administrator-made' }
  | { act: 'administrator-unmade' }
  | { act: 'person-deleted'; rows: number }
  | { act: 'teacher-given' }
  | { act: 'class-created' }
  | { act: 'class-joined' }
  | { act: 'invited'; people: number }
  | { act: 'class-left' }
  | { act: 'class-archived' }
  | { act: 'member-removed' }
  | { act: 'role-changed'; to: string }
  | { act: 'grade-decided'; assignmentId: string; points: number | null; isExcused: boolean }
  | { act: 'grade-decision-taken-back'; assignmentId: string }
  | { act: 'grades-held'; assignmentId: string }
  | { act: 'grades-released'; assignmentId: string; from: string }
  | { act: 'item-decided'; assignmentId: string; kind: string; gradesMoved: number }
  | { act: 'item-decision-taken-back'; assignmentId: string; gradesMoved: number }
  | { act: 'grades-exported'; rows: number }
  /** To all who are taking an assignment. */
  | { act: 'more-time-given'; assignmentId: string; minutes: number }
  | { act: 'takers-told'; assignmentId: string }
  | { act: 'exported'; rows: number }
  | { act: 'deleted'; rows: number }
  /** Guests who had done nothing for long. */
  | { act: 'guests-swept'; learners: number; months: number }
  | { act: 'backup-made'; rows: number }
  | { act: 'backup-downloaded' }
  | { act: 'backup-restored'; rows: number; madeAt: string }
  | { act: 'mail-tried' }
  | { act: 'item-voided'; itemRevision: string }

/** Who did something, as far as that is known; nobody for what this program does by itself. */
export interface Doer {
  accountId?: string
  learnerId?: string
}

/** An act as it is read back. */
export interface AuditedAct {
  id: string
  at: Date
  act: Act
  /** Names nobody once whoever did it is deleted. */
  doer: Doer
  /** What or whom it was done to: the id of a learner, a class, an item. Names nobody who is deleted. */
  subject: string | null
}
