'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import type { Certainty } from './certainty.ts'
import type { PublicItem } from './item.ts'
import { ItemForm } from './item-form.tsx'
import type { KeptAnswer } from './loaders.ts'

/** An answer that the server has not kept yet. */
export interface WaitingAnswer {
  response: unknown
  /** Why it cannot be sent right now. */
  problem: string | null
  /** Why the server will not have it. */
  refusal: { message: string } | null
}

/** One item from question to feedback. The answer counts as given once the server has kept it; until then it waits. */
export function ItemRunner({
  item,
  asksCertainty = false,
  kept,
  waiting,
  onAnswer,
  onGiveUp,
}: {
  item: PublicItem
  asksCertainty?: boolean
  /** The answer, if it has been given before. */
  kept: KeptAnswer | null
  waiting: WaitingAnswer | null
  onAnswer: (response: unknown, certainty: Certainty | null, durationMs: number) => void
  /** The learner has read why the answer was refused, and goes on. */
  onGiveUp: () => void
}) {
  const shownAtMs = useRef<number>(null)
  shownAtMs.current ??= performance.now()
  const feedback = kept?.feedback ?? null
  // From the press until the outbox has it: a second press in between is the same answer.
  const [isGiven, setGiven] = useState(false)
  const isOnItsWay = kept === null && (isGiven || waiting !== null)
  return (
    <ItemForm
      item={item}
      given={kept?.response ?? waiting?.response ?? null}
      isKept={kept !== null}
      marked={kept === null || feedback === null ? null : { ...kept, feedback }}
      asksCertainty={asksCertainty}
      button={isOnItsWay && waiting?.refusal == null ? 'Saving your answer…' : 'Check answer'}
      isSending={isOnItsWay}
      notice={
        <WaitingNotice
          waiting={waiting}
          onGiveUp={() => {
            setGiven(false)
            onGiveUp()
          }}
        />
      }
      onCheck={(response, certainty) => {
        setGiven(true)
        onAnswer(response, certainty, performance.now() - (shownAtMs.current ?? performance.now()))
      }}
    />
  )
}

function WaitingNotice({ waiting, onGiveUp }: { waiting: WaitingAnswer | null; onGiveUp: () => void }) {
  if (waiting?.refusal) {
    return (
      <Notice tone="problem">
        <p>
          <strong className="font-semibold">Your answer was not kept.</strong> {waiting.refusal.message}
        </p>
        <Button look="quiet" className="mt-3" onClick={onGiveUp}>
          Understood
        </Button>
      </Notice>
    )
  }
  if (!waiting?.problem) return null
  return (
    <Notice tone="problem">
      <strong className="font-semibold">Your answer is not saved yet.</strong> It is kept in this browser and sent by
      itself as soon as the server can be reached, even if you close this page.
    </Notice>
  )
}
