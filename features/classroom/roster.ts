import type { ClassRole } from '@/features/accounts/policy.ts'

/** Somebody in a class. */
export interface Member {
  accountId: string
  role: ClassRole
}

/** What may become of somebody in a class. */
export type RosterChange =
  | { kind: 'role'; accountId: string; role: ClassRole }
  /** They leave, or are put out. */
  | { kind: 'out'; accountId: string }

/** The roles, as people know them. */
export const roleNames: Record<ClassRole, string> = { teacher: 'Teacher', assistant: 'Assistant', learner: 'Learner' }

/** Why a class can't be changed so; nothing if it can. It always keeps somebody who teaches it. */
export function problemWithChange(
  members: readonly Member[],
  change: RosterChange,
): 'not-in-class' | 'last-teacher' | null {
  if (!members.some(({ accountId }) => accountId === change.accountId)) return 'not-in-class'
  return changedRoster(members, change).some(({ role }) => role === 'teacher') ? null : 'last-teacher'
}

/** Who is in the class after a change. */
export function changedRoster(members: readonly Member[], change: RosterChange): Member[] {
  switch (change.kind) {
    case 'role':
      return members.map((member) =>
        member.accountId === change.accountId ? { ...member, role: change.role } : member,
      )
    case 'out':
      return members.filter(({ accountId }) => accountId !== change.accountId)
  }
}
