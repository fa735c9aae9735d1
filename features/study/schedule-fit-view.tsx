'use client'

import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, type SendError, send } from '@/lib/send.ts'
import type { FitView, ParametersView } from './loaders.ts'
import { fewestForAll, fewestForFirstIntervals } from './training.ts'

type Change = { kind: 'fit'; fitId: string } | { kind: 'use'; fitId: string | null }

/** Fits the schedule to the learner's own reviews, and shows what that would change before it does. */
export function ScheduleFitView() {
  const [view, setView] = useState<ParametersView | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  const [isFitting, setFitting] = useState(false)
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    receive<ParametersView>('/api/parameters').then(setView).catch(setError)
  }, [])

  async function change(wanted: Change) {
    setError(null)
    setFitting(wanted.kind === 'fit')
    try {
      setView(await send<ParametersView>('/api/parameters', wanted))
      setAsked(wanted.kind === 'fit')
    } catch (failed) {
      setError(failed as SendError)
    } finally {
      setFitting(false)
    }
  }

  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <header>
        <p className="text-sm text-muted">Review</p>
        <h1 className="text-2xl">A schedule fitted to you</h1>
        <p className="mt-2 text-muted">
          How long cards wait rests on how memory fades for most people. From your own reviews it can be worked out how
          it fades for you. You see what would change first, and no card moves before its next review.
        </p>
      </header>
      {error === null ? null : <Notice tone="problem">{error.message}</Notice>}
      {view === null ? (
        error === null && <p className="text-muted">Looking at your reviews…</p>
      ) : (
        <>
          <p>{standOf(view)}</p>
          {isAsked && view.latest !== null && !view.isLatestInUse ? (
            <Comparison
              fit={view.latest}
              isFitted={view.isFitted}
              onUse={(fitId) => void change({ kind: 'use', fitId })}
              onKeep={() => setAsked(false)}
            />
          ) : (
            <div className="flex flex-col gap-3 sm:flex-row">
              <Button
                disabled={isFitting || view.reviewCount < fewestForFirstIntervals}
                onClick={() => void change({ kind: 'fit', fitId: crypto.randomUUID() })}
              >
                {isFitting ? 'Fitting…' : 'Fit to my reviews'}
              </Button>
              {view.isFitted ? (
                <Button look="quiet" onClick={() => void change({ kind: 'use', fitId: null })}>
                  Back to the usual schedule
                </Button>
              ) : null}
            </div>
          )}
        </>
      )}
      <ButtonLink look="quiet" href="/review" className="justify-self-start">
        Back to the review
      </ButtonLink>
    </div>
  )
}

/** What there is to fit to, and what is in use. */
function standOf({ reviewCount, isFitted }: ParametersView): string {
  const inUse = isFitted
    ? 'Your cards follow a schedule that was fitted to you. '
    : 'Your cards follow the usual schedule. '
  const reviews = `${reviewCount} ${reviewCount === 1 ? 'review' : 'reviews'}`
  const found = `There ${reviewCount === 1 ? 'is' : 'are'} ${reviews} on another day than the one before`
  if (reviewCount < fewestForFirstIntervals) return `${inUse}${found}; fitting takes ${fewestForFirstIntervals}.`
  if (reviewCount < fewestForAll) {
    return `${inUse}${found}: enough to fit the first intervals of new cards. From ${fewestForAll} on, everything is fitted.`
  }
  return `${inUse}${found}: enough to fit everything.`
}

/** A fit beside what it would take the place of. */
function Comparison({
  fit,
  isFitted,
  onUse,
  onKeep,
}: {
  fit: FitView
  isFitted: boolean
  onUse: (fitId: string) => void
  onKeep: () => void
}) {
  const { predictedBefore: before, predictedAfter: after, reviewCount, recalledShare } = fit
  const isBetter = after.logLoss < before.logLoss
  const inFigures = (loss: number) => loss.toFixed(3)
  const percent = (share: number) => `${Math.round(100 * share)} %`
  return (
    <section aria-labelledby="comparison" className="grid gap-5 rounded-card border border-line bg-surface p-6">
      <h2 id="comparison" className="text-xl">
        {isBetter ? 'It predicts your reviews better' : 'It predicts your reviews no better'}
      </h2>
      <p className="text-muted">
        {isBetter
          ? 'Each card was predicted from your reviews of other cards alone. The less surprise, the better.'
          : 'The less surprise, the better. Keep what you have, and try again when there are more reviews.'}
      </p>
      <table className="text-left">
        <caption className="sr-only">
          How well your {reviewCount} reviews are predicted, and how long a card waits
        </caption>
        <thead>
          <tr className="border-line border-b text-sm text-muted">
            <th scope="col" className="py-2 font-normal">
              <span className="sr-only">Figure</span>
            </th>
            <th scope="col" className="py-2 pl-4 text-right font-normal">
              {isFitted ? 'As it is' : 'Usual'}
            </th>
            <th scope="col" className="py-2 pl-4 text-right font-normal">
              Fitted
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          <Row name="Surprise (log loss)" before={inFigures(before.logLoss)} after={inFigures(after.logLoss)} />
          <Row
            name={`Recall foreseen (it was ${percent(recalledShare)})`}
            before={percent(before.expectedShare)}
            after={percent(after.expectedShare)}
          />
          {fit.intervals.map((interval, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: the intervals of one card follow each other
              key={index}
              name={index === 0 ? 'A new card graded Good waits' : `then, recalled${index === 1 ? '' : ' again'},`}
              {...interval}
            />
          ))}
        </tbody>
      </table>
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button look={isBetter ? 'primary' : 'quiet'} onClick={() => onUse(fit.id)}>
          Use it from now on
        </Button>
        <Button look={isBetter ? 'quiet' : 'primary'} onClick={onKeep}>
          Keep what I have
        </Button>
      </div>
    </section>
  )
}

function Row({ name, before, after }: { name: string; before: string; after: string }) {
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-2 font-normal">
        {name}
      </th>
      <td className="py-2 pl-4 text-right">{before}</td>
      <td className="py-2 pl-4 text-right font-semibold">{after}</td>
    </tr>
  )
}
