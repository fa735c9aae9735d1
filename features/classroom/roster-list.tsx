'use client'

import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import type { TaughtClass } from './loaders.ts'
import { MemberDialog } from './member-dialog.tsx'
import { roleNames } from './roster.ts'
import { useClassChange } from './use-class-change.tsx'

/** Everybody in a class, to be given another role or put out. */
export function RosterList({ id: classId, roster, canManageMembers }: TaughtClass) {
  const { changeMembers, told } = useClassChange()
  const [changingId, setChangingId] = useState<string | null>(null)
  const changing = roster.find(({ accountId }) => accountId === changingId)
  return (
    <>
      <ul className="grid gap-3">
        {roster.map(({ accountId, name, role, joinedOn, isSelf }) => (
          <li
            key={accountId}
            className="flex items-center justify-between gap-3 rounded-lg border border-line px-4 py-3"
          >
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">
                {name}
                {isSelf && <span className="font-normal text-muted"> (you)</span>}
              </p>
              <p className="text-sm text-muted">
                {roleNames[role]}, joined on {joinedOn}
              </p>
            </div>
            {canManageMembers && (
              <Button look="quiet" aria-label={`Change ${name}…`} onClick={() => setChangingId(accountId)}>
                Change…
              </Button>
            )}
          </li>
        ))}
      </ul>
      {told}
      {changing !== undefined && (
        <MemberDialog
          key={changing.accountId}
          member={changing}
          onClose={() => setChangingId(null)}
          onRole={(role) =>
            changeMembers(
              { kind: 'role', classId, accountId: changing.accountId, role },
              `${changing.name}: ${roleNames[role].toLowerCase()} from now on.`,
            )
          }
          onOut={() =>
            changeMembers(
              { kind: 'out', classId, accountId: changing.accountId },
              `${changing.name} is not in the class any more.`,
            )
          }
        />
      )}
    </>
  )
}
