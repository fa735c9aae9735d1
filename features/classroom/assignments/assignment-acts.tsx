'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { ConfirmButton } from '@/components/confirm-button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import type { TaughtAssignment } from './loaders.ts'
import { useAssignmentChange } from './use-assignment-change.tsx'

/** What those who assign do with an assignment. */
export function AssignmentActs({ assignment }: { assignment: TaughtAssignment }) {
  const { id: assignmentId, class: ofClass, state, begun } = assignment
  const one = { classId: ofClass.id, assignmentId }
  const router = useRouter()
  const { change, told } = useAssignmentChange()
  const [problem, setProblem] = useState<string | null>(null)

  async function publish() {
    setProblem(null)
    try {
      await change({ kind: 'publish', ...one }, 'The class sees it now.')
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        {state === 'draft' && <Button onClick={publish}>Publish</Button>}
        <ButtonLink look="quiet" href={`/classes/${ofClass.id}/assignments/${assignmentId}/edit`} prefetch={false}>
          Change…
        </ButtonLink>
        {state !== 'draft' && begun === 0 && (
          <ConfirmButton
            title="Take it back?"
            consequence="The class does not see it any more until you publish it again. Nothing of it is lost."
            keep="Leave it published"
            confirm="Take it back"
            act={() => change({ kind: 'unpublish', ...one }, 'The class does not see it any more.')}
          >
            Take back…
          </ConfirmButton>
        )}
        {state === 'open' && (
          <ConfirmButton
            title="Close it now?"
            consequence="Nobody begins it any more, unless they have a later close of their own. Whoever is at it has the time that they were given."
            keep="Leave it open"
            confirm="Close it"
            act={() => change({ kind: 'close', ...one }, 'It is closed.')}
          >
            Close now…
          </ConfirmButton>
        )}
        {begun === 0 && (
          <ConfirmButton
            title="Delete it?"
            consequence="It is gone for good, with the terms that you gave to single learners. Nobody has begun it."
            keep="Keep it"
            confirm="Delete it"
            act={async () => {
              await submit('/api/assignments/changes', { kind: 'delete', ...one })
              router.push(`/classes/${ofClass.id}`)
            }}
          >
            Delete…
          </ConfirmButton>
        )}
      </div>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {told}
    </div>
  )
}
