import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { Mark } from '@/components/mark.tsx'
import { Meter } from '@/components/meter.tsx'
import { Notice } from '@/components/notice.tsx'
import { CitationLink } from '@/features/catalog/citation-view.tsx'
import { catalog } from '@/features/catalog/data.ts'
import { type AttemptSummary, summarise } from './attempt-summary.ts'
import { BeginButton } from './begin-button.tsx'
import { CalibrationView } from './calibration-view.tsx'
import { calibrationOf, certaintyNames } from './certainty.ts'
import { FlagForm } from './flag-form.tsx'
import type { Item, PublicItem } from './item.ts'
import { MarkedItemView } from './item-view.tsx'
import { questionText } from './item-wording.ts'
import type { AttemptView, KeptAnswer, KeptTry, LeftOpen } from './loaders.ts'
import { outcomeOf, outcomeText, pointsText } from './outcome.ts'
import type { PracticePlan } from './plan.ts'
import { TriesList } from './tries-list.tsx'

/** What an attempt came to: the score, where it was strong and weak, what to do next, then every item. */
export function ResultView({
  attempt,
  asked,
  memory,
}: {
  attempt: AttemptView
  /** The items that it asks. */
  asked: readonly Item[]
  /** What the answers did to the learner's cards, from the side of the cards. */
  memory: ReactNode
}) {
  const { items, answers, shown, status } = attempt
  if (status === 'in-progress' || status === 'overdue') return <StillOpen attempt={attempt} />
  const parts = new Set(shown)
  const results = answers.map(({ itemId, score, durationMs }) => ({ itemId, score: score ?? 0, durationMs }))
  // Practice may be ended early; what was not reached does not count against it.
  const isAnswered = ({ id }: { id: string }) => results.some(({ itemId }) => itemId === id)
  const counted = attempt.plan.kind === 'practice' ? asked.filter(isAnswered) : asked
  const listed = attempt.plan.kind === 'practice' ? items.filter(isAnswered) : items
  const summary = summarise(counted, results, catalog.topics)
  const tookMs =
    attempt.rules.behaviour !== 'immediate-feedback' && attempt.endedAt !== null
      ? Date.parse(attempt.endedAt) - Date.parse(attempt.startedAt)
      : null
  const sure = answers.flatMap(({ score, certainty }) =>
    score === null || certainty === null ? [] : [{ score, certainty }],
  )
  return (
    <div className="mx-auto grid max-w-3xl gap-12">
      <header>
        <p className="text-sm text-muted">{attempt.title}</p>
        <h1 className="mt-1 text-4xl">{parts.has('marks') ? pointsLine(summary) : headlines[status]}</h1>
        <p className="mt-2 text-muted">{status === 'abandoned' ? abandonedWords : comment(attempt, summary)}</p>
        <dl className="mt-5 flex flex-wrap gap-x-8 gap-y-2 text-sm">
          <Figure name="Answered" value={`${answers.length} of ${items.length}`} />
          {tookMs === null ? null : <Figure name="From begin to end" value={durationText(tookMs)} />}
          {summary.durationMs === null ? null : (
            <Figure name="Time on the questions" value={durationText(summary.durationMs)} />
          )}
        </dl>
        <div className="mt-6">
          <NextSteps attempt={attempt} summary={parts.has('marks') ? summary : null} />
        </div>
        {memory}
      </header>
      {parts.has('marks') && summary.topics.length > 1 ? <ByTopic topics={summary.topics} /> : null}
      <CalibrationView calibration={calibrationOf(sure)} />
      {parts.has('attempt') ? (
        <section aria-labelledby="questions" className="grid gap-4">
          <h2 id="questions" className="text-2xl">
            The questions
          </h2>
          <ol className="grid gap-4">
            {listed.map((item, index) => (
              <li key={item.id}>
                <ResultItem
                  number={index + 1}
                  item={item}
                  answer={answers.find(({ itemId }) => itemId === item.id) ?? null}
                  left={attempt.left.find(({ itemId }) => itemId === item.id) ?? null}
                  tries={attempt.tried.find(({ itemId }) => itemId === item.id)?.tries ?? []}
                />
              </li>
            ))}
          </ol>
        </section>
      ) : (
        <Notice>Questions and answers of this test are not shown yet.</Notice>
      )}
    </div>
  )
}

const headlines = { finished: 'Handed in', abandoned: 'Not handed in' }
const abandonedWords =
  'Time was up before this attempt was handed in, so it does not count. What you answered is kept and shown below.'

function pointsLine({ points, of }: AttemptSummary): string {
  return `${pointsText(points)} of ${of} ${of === 1 ? 'point' : 'points'}`
}

function comment({ plan, shown }: AttemptView, { points, of, unanswered }: AttemptSummary): string {
  if (!shown.includes('overall-feedback')) return 'What it came to will be shown later.'
  if (of === 0) return 'Nothing was answered.'
  if (points === of) return 'All of it. The cards will keep it fresh.'
  const open =
    unanswered > 0 && plan.kind !== 'practice'
      ? `${unanswered} ${unanswered === 1 ? 'question was' : 'questions were'} left open. `
      : ''
  return `${open}Below is what to look at again, weakest topic first.`
}

/** One press to what helps most. */
function NextSteps({ attempt, summary }: { attempt: AttemptView; summary: AttemptSummary | null }) {
  const { plan } = attempt
  return (
    <div className="flex flex-col items-start gap-3 sm:flex-row sm:flex-wrap">
      {summary === null || summary.factsToReview.length === 0 ? null : (
        <BeginButton plan={practiceOn(summary.factsToReview)}>Practise what you missed</BeginButton>
      )}
      {plan.kind === 'lesson' ? (
        <>
          <ButtonLink look="quiet" href={`/review/${plan.lessonId}`}>
            Review the cards
          </ButtonLink>
          <ButtonLink look="quiet" href={`/quiz/${plan.lessonId}`}>
            Another ten questions
          </ButtonLink>
        </>
      ) : attempt.assignedHref !== null ? (
        <ButtonLink look="quiet" href={attempt.assignedHref} prefetch={false}>
          Back to the assignment
        </ButtonLink>
      ) : (
        <ButtonLink look="quiet" href="/quiz">
          All quizzes
        </ButtonLink>
      )}
    </div>
  )
}

/** Other questions on the same facts, with the explanation after each. */
function practiceOn(factIds: readonly string[]): PracticePlan {
  return {
    kind: 'practice',
    focus: 'mixed',
    topicIds: [],
    kinds: [],
    factIds: [...factIds].slice(0, 200),
    length: Math.min(20, factIds.length),
    behaviour: 'immediate-feedback',
    withCertainty: false,
  }
}

function ByTopic({ topics }: { topics: AttemptSummary['topics'] }) {
  return (
    <section aria-labelledby="by-topic">
      <h2 id="by-topic" className="text-2xl">
        By topic
      </h2>
      <ul className="mt-4 grid gap-4">
        {topics.map(({ id, title, points, of }) => (
          <li key={id} className="grid gap-1.5">
            <p className="flex justify-between gap-4">
              <span>{title}</span>
              <span className="shrink-0 text-muted tabular-nums">
                {pointsText(points)} of {of}
              </span>
            </p>
            <Meter label={`Points in ${title}`} value={points} of={of} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const frames = { right: 'border-line', partly: 'border-edge', wrong: 'border-incorrect' }

function ResultItem({
  number,
  item,
  answer,
  left,
  tries,
}: {
  number: number
  item: PublicItem
  answer: KeptAnswer | null
  left: LeftOpen | null
  /** None where it was tried once. */
  tries: readonly KeptTry[]
}) {
  const feedback = answer?.feedback ?? left?.feedback ?? null
  const outcome = answer === null || feedback === null ? null : outcomeOf(feedback.score)
  return (
    <details
      // What went well need not be read again; what did not, at once.
      open={outcome === 'wrong' || outcome === 'partly'}
      className={`group rounded-card border bg-surface ${outcome === null ? 'border-line' : frames[outcome]}`}
    >
      <summary className="flex gap-3 p-5 sm:px-6">
        <span className="shrink-0 tabular-nums">{number}.</span>
        <span className="min-w-0 grow">
          <span className="block">
            {feedback === null || outcome === null ? (
              <span className="text-sm text-muted">{answer === null ? unanswered(left) : 'Answered'}</span>
            ) : (
              <Mark kind={outcome}>{outcomeText(item, feedback)}</Mark>
            )}
            {tries.length > 0 ? <span className="text-sm text-muted"> {triesText(tries.length, answer)}</span> : null}
            {answer?.certainty ? (
              <span className="text-sm text-muted"> You were {certaintyNames[answer.certainty]}.</span>
            ) : null}
          </span>
          <span className="line-clamp-2 text-muted group-open:sr-only">{questionText(item)}</span>
        </span>
        <span aria-hidden="true" className="text-muted group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="grid gap-5 px-5 pb-5 sm:px-6 sm:pb-6">
        <MarkedItemView item={item} response={answer?.response ?? left?.response ?? null} feedback={feedback} />
        {feedback === null || feedback.explanation === null ? null : (
          <div>
            <p className="font-serif text-lg leading-snug">{feedback.explanation}</p>
            <p className="mt-2 flex flex-wrap gap-x-3 text-sm">
              {feedback.citations.map((citation) => (
                <CitationLink key={citation.locator} citation={citation} />
              ))}
            </p>
          </div>
        )}
        {tries.length > 1 ? (
          <div className="grid gap-2">
            <p className="text-sm text-muted">Your tries, the first first</p>
            <TriesList item={item} tries={tries} />
          </div>
        ) : null}
        {feedback === null ? null : <FlagForm item={item} />}
      </div>
    </details>
  )
}

/** "2 tries: 0.67 of 1 point." */
function triesText(count: number, answer: KeptAnswer | null): string {
  const tries = count === 1 ? '1 try' : `${count} tries`
  return answer === null || answer.score === null ? `${tries}.` : `${tries}: ${pointsText(answer.score)} of 1 point.`
}

function unanswered(left: LeftOpen | null): string {
  return (left?.response ?? null) === null ? 'Left open.' : 'Not whole, so it did not count.'
}

function StillOpen({ attempt }: { attempt: AttemptView }) {
  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <header>
        <p className="text-sm text-muted">{attempt.title}</p>
        <h1 className="mt-1 text-4xl">Not handed in yet</h1>
        <p className="mt-2 text-muted">
          What you have answered is saved. Its result follows when you have gone through it.
        </p>
      </header>
      <ButtonLink
        href={attempt.plan.kind === 'lesson' ? `/quiz/${attempt.plan.lessonId}` : `/attempts/${attempt.attemptId}`}
        className="justify-self-start"
      >
        Go on
      </ButtonLink>
    </div>
  )
}

function Figure({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  )
}

/** "3 min 20 s" */
function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
