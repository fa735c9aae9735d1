'use client'

import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { useClassChange } from '../use-class-change.tsx'
import { ItemDecisionDialog } from './item-decision-dialog.tsx'
import { decisionWords } from './item-decision-words.ts'
import type { GradedAssignment } from './loaders.ts'

/** The questions of an assignment, to be voided, left out or graded anew. */
export function QuestionList(shown: GradedAssignment) {
  const { questions, isArchived } = shown
  const { changeGrades, told } = useClassChange()
  const [decidingId, setDecidingId] = useState<string | null>(null)
  const deciding = questions.find(({ itemId }) => itemId === decidingId)
  return (
    <>
      {told}
      <ul className="grid gap-3">
        {questions.map(({ itemId, text, asked, meanPercent, decision }) => (
          <li key={itemId} className="grid gap-3 rounded-lg border border-line px-4 py-3">
            <div className="grid gap-1">
              <p className="font-serif text-lg wrap-anywhere">{text}</p>
              <p className="text-sm text-muted tabular-nums">
                Asked {asked === 1 ? 'once' : `${asked} times`}, {meanPercent} % of the points earned.
              </p>
              {decision !== null && (
                <p className="rounded-lg bg-sunken px-3 py-2 text-sm wrap-anywhere">
                  <strong>{decisionWords[decision.kind].done}</strong> since {decision.decidedAt}: {decision.reason}
                </p>
              )}
            </div>
            {!isArchived && (
              <div>
                <Button look="quiet" aria-label={`Decide about “${text}”…`} onClick={() => setDecidingId(itemId)}>
                  {decision === null ? 'Void or regrade…' : 'Change or take back…'}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {deciding !== undefined && (
        <ItemDecisionDialog
          key={deciding.itemId}
          shown={shown}
          question={deciding}
          onDecide={changeGrades}
          onClose={() => setDecidingId(null)}
        />
      )}
    </>
  )
}
