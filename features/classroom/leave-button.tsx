'use client'

import { ConfirmButton } from '@/components/confirm-button.tsx'
import { submit } from '@/lib/send.ts'
import type { MemberChange } from './actions.ts'

/** Leaves a class, and goes back to one's classes. */
export function LeaveButton({ classId, name }: { classId: string; name: string }) {
  return (
    <ConfirmButton
      title={`Leave ${name}?`}
      consequence="You come back only by its code. Your own progress stays as it is, and what you did in the class is kept for its teachers."
      keep="Stay"
      confirm="Leave"
      act={async () => {
        await submit('/api/classes/members', { kind: 'leave', classId } satisfies MemberChange)
        window.location.assign('/classes')
      }}
    >
      Leave the class…
    </ConfirmButton>
  )
}
