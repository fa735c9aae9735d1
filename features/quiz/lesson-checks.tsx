'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { receive } from '@/lib/send.ts'
import type { PublicItem } from './item.ts'
import { ItemRunner } from './item-runner.tsx'
import { questionText } from './item-wording.ts'
import type { KeptAnswer } from './loaders.ts'
import { type Checks, useChecks } from './use-checks.tsx'

interface LessonAnswers extends Checks {
  answers: ReadonlyMap<string, KeptAnswer>
}

const ChecksContext = createContext<LessonAnswers>({
  answers: new Map(),
  waitingFor: () => null,
  answer: () => {},
  giveUp: () => {},
})

/** Holds the answers to the checks of one lesson; the lesson around it is a static page. */
export function LessonChecks({ lessonId, children }: { lessonId: string; children: ReactNode }) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, KeptAnswer>>(new Map())
  useEffect(() => {
    // What was answered on an earlier visit. Without it the checks are simply open again.
    receive<{ answers: KeptAnswer[] }>(`/api/answers?lesson=${encodeURIComponent(lessonId)}`)
      .then(({ answers: earlier }) =>
        setAnswers((given) => new Map([...earlier.map((answer) => [answer.itemId, answer] as const), ...given])),
      )
      .catch(() => {})
  }, [lessonId])
  const checks = useChecks(`lesson ${lessonId}`, (answer) =>
    setAnswers((given) => new Map(given).set(answer.itemId, answer)),
  )
  return <ChecksContext value={{ answers, ...checks }}>{children}</ChecksContext>
}

/** One check between the paragraphs of a lesson. It may be answered again; the log keeps every answer. */
export function LessonCheck({ item }: { item: PublicItem }) {
  const { answers, waitingFor, answer, giveUp } = use(ChecksContext)
  const latest = answers.get(item.id) ?? null
  // The answer that was there when it was opened again: any later one closes it.
  const [reopenedId, setReopenedId] = useState<string | null>(null)
  const kept = latest?.answerId === reopenedId ? null : latest
  return (
    <aside
      aria-label={`Check yourself: ${questionText(item)}`}
      className="my-10 rounded-card border border-line bg-sunken p-5 font-sans text-base sm:p-6"
    >
      <p className="mb-3 text-sm font-semibold text-muted">Check yourself</p>
      <ItemRunner
        key={reopenedId}
        item={item}
        kept={kept}
        waiting={waitingFor(item)}
        onAnswer={(response) => answer(item, response)}
        onGiveUp={() => giveUp(item)}
      />
      {kept === null ? null : (
        <Button look="quiet" className="mt-4" onClick={() => setReopenedId(kept.answerId)}>
          Answer again
        </Button>
      )}
    </aside>
  )
}

/** What comes after the last paragraph: how far the checks are, then cards and quiz. */
export function AfterLesson({
  lessonId,
  checkItemIds,
  cardCount,
}: {
  lessonId: string
  checkItemIds: readonly string[]
  cardCount: number
}) {
  const { answers } = use(ChecksContext)
  const open = checkItemIds.filter((id) => !answers.has(id)).length
  return (
    <section aria-labelledby="after-lesson" className="mt-14 border-line border-t pt-8 font-sans text-base">
      <h2 id="after-lesson" className="text-2xl">
        {open === 0 ? 'Lesson done' : 'Make it stay'}
      </h2>
      <p className="mt-2 text-muted">
        {open === 0
          ? `Its ${cardCount} cards have joined your reviews.`
          : `${open === 1 ? 'One check' : `${open} checks`} above ${open === 1 ? 'is' : 'are'} still open. You can go on all the same.`}
      </p>
      <div className="mt-5 flex flex-col gap-3 sm:flex-row">
        <ButtonLink href={`/review/${lessonId}`}>Review the {cardCount} cards</ButtonLink>
        <ButtonLink look="quiet" href={`/quiz/${lessonId}`}>
          Take the quiz
        </ButtonLink>
      </div>
    </section>
  )
}
