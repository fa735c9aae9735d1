import Link from 'next/link'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import type { OutboxEntry } from '@/lib/outbox.ts'
import type { DeckName } from './deck.ts'
import type { Queue } from './queue.ts'
import type { StudyCard } from './session.ts'

/** What is left of the day. */
export function Counts({ left: { learning, reviews, unseen } }: Pick<Queue<StudyCard>, 'left'>) {
  return (
    <p>
      <b className="text-ink">{unseen.length}</b> new · <b className="text-ink">{learning.length}</b> learning ·{' '}
      <b className="text-ink">{reviews.length}</b> to review
    </p>
  )
}

/** What the server does not have yet, and why. */
export function NotSent({
  waiting,
  isFromStore,
  isOver,
}: {
  waiting: readonly OutboxEntry[]
  isFromStore: boolean
  /** Whether the day that the cards were handed out for is over. */
  isOver: boolean
}) {
  const onTheWay = waiting.filter(({ refusal }) => refusal === null).length
  const refused = waiting.find(({ refusal }) => refusal !== null)?.refusal ?? null
  return (
    <>
      <p role="status" className={`text-sm text-muted ${isFromStore || onTheWay > 0 ? '' : 'sr-only'}`}>
        {isFromStore
          ? `Without the server: these are the cards ${isOver ? 'of an earlier day' : 'of today'} as this device has them. `
          : ''}
        {onTheWay === 0
          ? isFromStore
            ? 'All that you did is saved.'
            : ''
          : `${onTheWay === 1 ? 'One thing' : `${onTheWay} things`} you did ${onTheWay === 1 ? 'is' : 'are'} kept here and not sent yet.`}
      </p>
      {refused === null ? null : (
        <Notice tone="problem">The server would not keep what you did: {refused.message}</Notice>
      )}
    </>
  )
}

/** A card that keeps slipping is rarely the learner's fault, and reviewing it more seldom helps. */
export function LeechNotice({ card, onSuspend }: { card: StudyCard; onSuspend: () => void }) {
  return (
    <Notice>
      <p>
        “{card.front}” has slipped {card.memory?.lapses} times. It may help to read where it comes from
        {card.lesson === null ? null : (
          <>
            {' '}
            in{' '}
            <Link href={card.lesson.href} prefetch={false} className="text-accent underline underline-offset-4">
              {card.lesson.title}
            </Link>
          </>
        )}
        , to write a note on it, or to set it aside for now.
      </p>
      <Button look="quiet" className="mt-3" onClick={onSuspend}>
        Suspend it
      </Button>
    </Notice>
  )
}

/** What there is instead of a card. */
export function NoCard({
  isEmptyDeck,
  nextDueAt,
  now,
  deck,
}: {
  isEmptyDeck: boolean
  nextDueAt: Date | null
  now: Date
  deck: DeckName
}) {
  if (isEmptyDeck) {
    return (
      <div className="rounded-card border border-line bg-surface p-8 text-center">
        <h2 className="text-2xl">No cards yet</h2>
        <p className="mt-2 text-muted">Cards join when you have gone through a lesson and its checks.</p>
        <ButtonLink href="/learn" className="mt-5">
          Choose a lesson
        </ButtonLink>
      </div>
    )
  }
  return (
    <div className="rounded-card border border-line bg-surface p-8 text-center">
      <h2 className="text-2xl">Done for now</h2>
      <p className="mt-2 text-muted">
        {nextDueAt === null ? 'Tomorrow brings new cards.' : `The next card comes ${relative(nextDueAt, now)}.`}
      </p>
      <div className="mt-5 flex flex-col justify-center gap-3 sm:flex-row">
        {deck.startsWith('lesson:') ? (
          <ButtonLink href={`/quiz/${deck.slice('lesson:'.length)}`}>Take the quiz</ButtonLink>
        ) : (
          <ButtonLink href="/learn">Next lesson</ButtonLink>
        )}
        <ButtonLink look="quiet" href="/progress">
          See what you know
        </ButtonLink>
      </div>
    </div>
  )
}

/** "in 9 minutes", "in 3 days", in the words of the browser. */
function relative(at: Date, now: Date): string {
  const minutes = Math.max(1, Math.round((at.getTime() - now.getTime()) / 60_000))
  const format = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
  if (minutes < 60) return format.format(minutes, 'minute')
  if (minutes < 24 * 60) return format.format(Math.round(minutes / 60), 'hour')
  return format.format(Math.round(minutes / (24 * 60)), 'day')
}
