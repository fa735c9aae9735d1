'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { AdaptiveItem } from './adaptive-item.tsx'
import type { Answered } from './attempt.ts'
import { type Certainty, certainties } from './certainty.ts'
import { comparableResponse } from './comparable.ts'
import { Countdown } from './countdown.tsx'
import { HandIn } from './hand-in.tsx'
import type { PublicItem } from './item.ts'
import { certaintyLabels } from './item-form.tsx'
import { ItemView } from './item-view.tsx'
import type { AttemptView } from './loaders.ts'
import { missingIn } from './missing.ts'
import { ToldNotices } from './told-notices.tsx'
import { useAttempt } from './use-attempt.tsx'

/** What stands at an item so far. */
interface Draft {
  response: unknown
  certainty: Certainty | null
}

const nothing: Draft = { response: null, certainty: null }

/**
 * A quiz page by page, with feedback when it is handed in, or for each try. Responses may be changed until then, and each
 * is saved.
 */
export function TestRun({ loaded }: { loaded: AttemptView }) {
  const { attempt, waiting, isSaved, problem, perform, giveUp, askTimeLeft, isFollowed } = useAttempt(loaded)
  const { items, rules, status } = attempt
  const [page, setPage] = usePage(attempt, waiting)
  const [isHandingIn, setHandingIn] = useState(false)
  /** Which time left ran out here; where the server says another, more was given. */
  const [ranOut, setRanOut] = useState<number | null>(null)
  const router = useRouter()
  const top = useRef<HTMLHeadingElement>(null)

  const drafts = draftsOf(attempt, waiting)
  const { changed, isChanging, change, saveNow } = useSaving(({ id, revision }, { response, certainty }) =>
    perform({
      kind: 'answered',
      itemId: id,
      itemRevision: revision,
      response: response as Answered['response'],
      certainty,
      durationMs: null,
    }),
  )
  const draftOf = ({ id }: PublicItem): Draft => changed.get(id) ?? drafts.get(id) ?? nothing
  const marked = markedOf(attempt, waiting)
  const pages = Math.ceil(items.length / rules.itemsPerPage)
  const first = page * rules.itemsPerPage
  const shown = items.slice(first, first + rules.itemsPerPage)
  const isTimeUp = attempt.remainingMs === 0 || (ranOut !== null && ranOut === attempt.remainingMs)
  const isLocked = isTimeUp || status !== 'in-progress'
  const isSubmitting = waiting.some(({ deed, refusal }) => deed.kind === 'submitted' && refusal === null)
  const refused = waiting.find(({ refusal }) => refusal !== null)

  function submit() {
    saveNow()
    if (!isSubmitting) perform({ kind: 'submitted' })
  }

  async function endUnlessMoreTime() {
    setRanOut(attempt.remainingMs)
    saveNow()
    const left = await askTimeLeft()
    // A teacher may have given more meanwhile; where the server cannot say, it is asked anew, and ends it by itself.
    if (left === null ? isFollowed : left > 0) return
    // With a grace period it is for the learner to hand in; an abandoned one cannot be.
    if (rules.whenTimeIsUp === 'submit') submit()
  }

  useEffect(() => {
    if (status === 'finished' || status === 'abandoned') router.replace(`/results/${loaded.attemptId}`)
  }, [status, router, loaded.attemptId])

  function turnTo(next: number) {
    // What was typed last belongs to the page that is left.
    saveNow()
    setPage(next)
    perform({ kind: 'turned', page: next })
    top.current?.focus()
    top.current?.scrollIntoView({ block: 'start' })
  }

  const isAdaptive = rules.behaviour === 'adaptive'
  const answerTo = ({ id }: PublicItem) => attempt.answers.find(({ itemId }) => itemId === id) ?? null
  const triesAt = ({ id }: PublicItem) => attempt.tried.find(({ itemId }) => itemId === id)?.tries ?? []
  const isChecking = ({ id }: PublicItem) =>
    waiting.some(({ deed, refusal }) => deed.kind === 'checked' && deed.itemId === id && refusal === null)
  function check(item: PublicItem, durationMs: number) {
    // What was typed last goes first, and is no newer than the try.
    saveNow()
    const response = draftOf(item).response as Answered['response']
    perform({ kind: 'checked', itemId: item.id, itemRevision: item.revision, response, durationMs })
  }

  const standing = (item: PublicItem): keyof typeof standingWords => {
    if (isAdaptive && answerTo(item) !== null) return 'right'
    const tries = triesAt(item)
    const { response } = draftOf(item)
    if (response === null) return tries.length > 0 ? 'tried' : 'open'
    if (missingIn(item, response) !== null) return 'begun'
    if (!isAdaptive) return 'answered'
    const comparable = comparableResponse(item, response)
    return tries.some((one) => comparableResponse(item, one.response) === comparable) ? 'tried' : 'unchecked'
  }
  const count = (what: ReturnType<typeof standing>) => items.filter((item) => standing(item) === what).length

  return (
    <div className="grid gap-8">
      <div className="sticky top-0 z-10 -mx-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-line border-b bg-paper px-5 py-3 text-sm">
        <h2 ref={top} tabIndex={-1} className="scroll-mt-4 font-sans text-sm font-semibold outline-none">
          {pages === 1 ? `${items.length} questions` : `Page ${page + 1} of ${pages}`}
        </h2>
        <SaveState isSaved={isSaved && !isChanging} problem={problem} />
        {attempt.remainingMs === null ? null : (
          <Countdown remainingMs={attempt.remainingMs} onEnd={() => void endUnlessMoreTime()} />
        )}
      </div>
      {isFollowed ? <ToldNotices told={attempt.told} /> : null}
      {isLocked ? <TimeIsUp rules={rules} /> : null}
      {refused?.refusal ? (
        <Notice tone="problem">
          <p>{refused.refusal.message}</p>
          <Button look="quiet" className="mt-3" onClick={() => giveUp(refused.eventId)}>
            Understood
          </Button>
        </Notice>
      ) : null}
      <ol className="grid gap-10" start={first + 1}>
        {shown.map((item, index) => (
          <li key={item.id}>
            <ItemHead
              number={first + index + 1}
              isMarked={marked.has(item.id)}
              onMark={(isMarked) => perform({ kind: 'marked', itemId: item.id, isMarked })}
            />
            {isAdaptive ? (
              <AdaptiveItem
                item={item}
                label={`Question ${first + index + 1}`}
                response={draftOf(item).response}
                tries={triesAt(item)}
                answer={answerTo(item)}
                penalty={rules.penalty}
                isChecking={isChecking(item)}
                isLocked={isLocked || isSubmitting}
                onRespond={(response) => change(item, { response, certainty: null })}
                onCheck={(durationMs) => check(item, durationMs)}
              />
            ) : (
              <TestItem
                number={first + index + 1}
                item={item}
                draft={draftOf(item)}
                asksCertainty={rules.withCertainty}
                isLocked={isLocked || isSubmitting}
                onChange={(draft) => change(item, draft)}
              />
            )}
          </li>
        ))}
      </ol>
      <div className="flex flex-col gap-3 sm:flex-row">
        {rules.navigation === 'free' && page > 0 ? (
          <Button look="quiet" onClick={() => turnTo(page - 1)}>
            Previous page
          </Button>
        ) : null}
        {page < pages - 1 ? <Button onClick={() => turnTo(page + 1)}>Next page</Button> : null}
        <Button look={page < pages - 1 ? 'quiet' : 'primary'} onClick={() => setHandingIn(true)}>
          Hand in…
        </Button>
      </div>
      {rules.navigation === 'sequential' && page < pages - 1 ? (
        <p className="-mt-4 text-sm text-muted">In this test there is no way back to a page that has been left.</p>
      ) : null}
      <nav aria-label="Questions" className="grid gap-3 border-line border-t pt-6">
        <ol className="flex flex-wrap gap-2">
          {items.map((item, index) => (
            <li key={item.id}>
              <QuestionLink
                number={index + 1}
                standing={standing(item)}
                isMarked={marked.has(item.id)}
                isHere={Math.floor(index / rules.itemsPerPage) === page}
                onTurn={rules.navigation === 'free' ? () => turnTo(Math.floor(index / rules.itemsPerPage)) : undefined}
              />
            </li>
          ))}
        </ol>
        <p className="text-sm text-muted">
          {isAdaptive
            ? `${count('right')} right, ${count('tried')} tried and not right yet, ${count('open')} open`
            : `${count('answered')} answered, ${count('open')} open`}
          {count('unchecked') > 0 ? `, ${count('unchecked')} not checked yet` : null}
          {count('begun') > 0 ? `, ${count('begun')} not yet whole` : null}
          {marked.size > 0 ? `, ${marked.size} marked` : null}.
        </p>
      </nav>
      {isHandingIn ? (
        <HandIn
          open={count('open')}
          begun={count('begun')}
          unchecked={count('unchecked')}
          tried={count('tried')}
          marked={marked.size}
          isSubmitting={isSubmitting}
          problem={problem}
          onSubmit={submit}
          onCancel={() => setHandingIn(false)}
        />
      ) : null}
    </div>
  )
}

/** How long after the last change it is saved: long enough for a word, short enough to lose nothing by. */
const restMs = 300

/** The page that is shown, and how to turn to another. */
function usePage(
  { page: told, rules }: AttemptView,
  waiting: ReturnType<typeof useAttempt>['waiting'],
): [page: number, turnTo: (page: number) => void] {
  const [page, setPage] = useState(told)
  const [isTurned, setTurned] = useState(false)
  function turnTo(next: number) {
    setTurned(true)
    setPage(next)
  }
  // What an earlier visit did and could not send yet is known a moment after the page has been loaded.
  const left = waiting.flatMap(({ deed, refusal }) => (deed.kind === 'turned' && refusal === null ? [deed.page] : []))
  const last = left.at(-1)
  if (!isTurned && last !== undefined) turnTo(last)
  // Where there is no way back, it goes on from the last page that was turned to, wherever that was.
  return [rules.navigation === 'sequential' ? Math.max(page, told) : page, turnTo]
}

/** Saves what is changed a moment after the last change, and when the page is left. */
function useSaving(save: (item: PublicItem, draft: Draft) => void) {
  const [changed, setChanged] = useState<ReadonlyMap<string, Draft>>(new Map())
  const [isChanging, setChanging] = useState(false)
  const unsaved = useRef(new Map<string, { item: PublicItem; draft: Draft }>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  function saveNow() {
    clearTimeout(timer.current)
    for (const { item, draft } of unsaved.current.values()) save(item, draft)
    unsaved.current.clear()
    setChanging(false)
  }
  function change(item: PublicItem, draft: Draft) {
    setChanged((earlier) => new Map(earlier).set(item.id, draft))
    unsaved.current.set(item.id, { item, draft })
    setChanging(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(saveNow, restMs)
  }
  const leave = useEffectEvent(saveNow)
  useEffect(() => {
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      leave()
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [])
  return { changed, isChanging, change, saveNow }
}

/** What stands at each item: what the server has, and over it what it has not been told yet. */
function draftsOf({ given }: AttemptView, waiting: ReturnType<typeof useAttempt>['waiting']): Map<string, Draft> {
  const drafts = new Map<string, Draft>(given.map(({ itemId, ...draft }) => [itemId, draft]))
  for (const { deed, refusal } of waiting) {
    if (refusal !== null) continue
    if (deed.kind === 'answered') drafts.set(deed.itemId, deed)
    if (deed.kind === 'checked') drafts.set(deed.itemId, { response: deed.response, certainty: null })
  }
  return drafts
}

function markedOf(attempt: AttemptView, waiting: ReturnType<typeof useAttempt>['waiting']): Set<string> {
  const marked = new Set(attempt.marked)
  for (const { deed } of waiting) {
    if (deed.kind !== 'marked') continue
    if (deed.isMarked) marked.add(deed.itemId)
    else marked.delete(deed.itemId)
  }
  return marked
}

function SaveState({ isSaved, problem }: { isSaved: boolean; problem: string | null }) {
  return (
    <p role="status" className={problem === null ? 'text-muted' : 'font-semibold text-incorrect'}>
      {isSaved
        ? 'All saved'
        : problem === null
          ? 'Saving…'
          : 'Not saved yet: kept in this browser, and sent by itself when the server can be reached'}
    </p>
  )
}

function TimeIsUp({ rules }: { rules: AttemptView['rules'] }) {
  return (
    <Notice tone="problem">
      {rules.whenTimeIsUp === 'submit'
        ? 'Time is up. What you answered is being handed in.'
        : rules.whenTimeIsUp === 'grace'
          ? `Time is up. Nothing more can be changed; hand in within ${Math.ceil(rules.graceSeconds / 60)} minutes, or it does not count.`
          : 'Time is up. This attempt was not handed in, so it does not count.'}
    </Notice>
  )
}

function ItemHead({
  number,
  isMarked,
  onMark,
}: {
  number: number
  isMarked: boolean
  onMark: (isMarked: boolean) => void
}) {
  return (
    <div className="mb-3 flex items-baseline justify-between gap-4 text-sm text-muted">
      <p>Question {number}</p>
      <button
        type="button"
        aria-pressed={isMarked}
        className="min-h-11 underline underline-offset-4 hover:text-accent aria-pressed:font-semibold aria-pressed:text-accent sm:min-h-0"
        onClick={() => onMark(!isMarked)}
      >
        {isMarked ? 'Marked to come back to' : 'Mark to come back to'}
      </button>
    </div>
  )
}

function TestItem({
  number,
  item,
  draft: { response, certainty },
  asksCertainty,
  isLocked,
  onChange,
}: {
  number: number
  item: PublicItem
  draft: Draft
  asksCertainty: boolean
  isLocked: boolean
  onChange: (draft: Draft) => void
}) {
  const missing = response === null ? null : missingIn(item, response)
  return (
    <form data-item={item.id} aria-label={`Question ${number}`} onSubmit={(event) => event.preventDefault()}>
      <fieldset disabled={isLocked} className="grid min-w-0 gap-4">
        <ItemView
          item={item}
          response={response}
          onRespond={(next) => onChange({ response: next, certainty })}
          feedback={null}
        />
        {asksCertainty ? (
          <CertaintyChoice
            certainty={certainty}
            isOpen={response !== null}
            onChoose={(next) => onChange({ response, certainty: next })}
          />
        ) : null}
      </fieldset>
      <div className="mt-3 flex min-h-6 items-baseline justify-between gap-4 text-sm text-muted">
        <p role="status">{missing}</p>
        {response === null || isLocked ? null : (
          <button
            type="button"
            className="shrink-0 underline underline-offset-4 hover:text-accent"
            onClick={() => onChange({ response: null, certainty: null })}
          >
            Clear my answer
          </button>
        )}
      </div>
    </form>
  )
}

/** How sure the learner is of what stands there. */
function CertaintyChoice({
  certainty,
  isOpen,
  onChoose,
}: {
  certainty: Certainty | null
  /** Whether there is anything yet to be sure of. */
  isOpen: boolean
  onChoose: (certainty: Certainty) => void
}) {
  return (
    <fieldset disabled={!isOpen} className="min-w-0 disabled:opacity-60">
      <legend className="mb-2 text-sm text-muted">How sure are you?</legend>
      <div className="flex flex-wrap gap-2">
        {certainties.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={certainty === one}
            className="min-h-11 rounded-lg border border-edge bg-surface px-4 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold"
            onClick={() => onChoose(one)}
          >
            {certaintyLabels[one]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

const standingWords = {
  answered: 'answered',
  right: 'right',
  tried: 'tried, not right yet',
  unchecked: 'not checked yet',
  begun: 'not yet whole',
  open: 'open',
}
const standingLooks = {
  right: 'border-correct bg-correct-soft font-semibold text-correct',
  tried: 'border-edge bg-surface font-semibold',
  unchecked: 'border-accent bg-surface',
  answered: 'border-accent bg-accent-soft font-semibold text-accent',
  begun: 'border-accent border-dashed bg-surface',
  open: 'border-edge bg-surface',
}

function QuestionLink({
  number,
  standing,
  isMarked,
  isHere,
  onTurn,
}: {
  number: number
  standing: keyof typeof standingWords
  isMarked: boolean
  isHere: boolean
  /** Absent where pages come one after the other. */
  onTurn: (() => void) | undefined
}) {
  const label = `Question ${number}, ${standingWords[standing]}${isMarked ? ', marked' : ''}`
  const look = `relative grid size-11 place-items-center rounded-lg border text-sm tabular-nums ${standingLooks[standing]} ${isHere ? 'ring-2 ring-accent ring-offset-2 ring-offset-paper' : ''}`
  const face = (
    <>
      <span aria-hidden="true">{number}</span>
      {isMarked ? (
        <span aria-hidden="true" className="-top-1.5 -right-1 absolute text-accent">
          ⚑
        </span>
      ) : null}
    </>
  )
  return onTurn === undefined ? (
    <span role="img" aria-label={label} className={look}>
      {face}
    </span>
  ) : (
    <button
      type="button"
      aria-label={label}
      aria-current={isHere ? 'page' : undefined}
      className={look}
      onClick={onTurn}
    >
      {face}
    </button>
  )
}
