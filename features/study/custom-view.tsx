import Link from 'next/link'
import { ButtonLink } from '@/components/button.tsx'
import { catalog } from '@/features/catalog/data.ts'
import { CramForm } from './cram-session.tsx'

/** Sessions beside the daily one: ahead of time, or without touching the schedule. */
export function CustomView() {
  return (
    <div className="mx-auto grid max-w-2xl gap-10">
      <header>
        <p className="text-sm text-muted">Review</p>
        <h1 className="text-2xl">A session of your own</h1>
      </header>
      <section aria-labelledby="ahead">
        <h2 id="ahead" className="text-xl">
          Ahead of time
        </h2>
        <p className="mt-2 mb-4 text-muted">
          What falls due within the week, now. It counts as always: a card that is seen early waits a little less than
          it would have.
        </p>
        <ButtonLink look="quiet" href="/review/ahead" prefetch={false}>
          Review ahead
        </ButtonLink>
      </section>
      <section aria-labelledby="cram">
        <h2 id="cram" className="text-xl">
          Without touching the schedule
        </h2>
        <p className="mt-2 mb-4 text-muted">
          Every card of a deck once, and again until you know it: before an exam, or for the pleasure of it. Nothing is
          recorded.
        </p>
        <CramForm
          decks={[
            { id: 'all', title: 'All that you have taken up' },
            { id: 'failed-today', title: 'What you graded Again today' },
            { id: 'marked', title: 'Marked cards' },
            ...catalog.lessons.map(({ id, title, order }) => ({
              id: `lesson:${id}`,
              title: `Lesson ${order}: ${title}`,
            })),
            ...catalog.topics.map(({ id, title }) => ({ id: `topic:${id}`, title: `Topic: ${title}` })),
          ]}
        />
      </section>
      <section aria-labelledby="own">
        <h2 id="own" className="text-xl">
          Cards of your own
        </h2>
        <p className="mt-2 mb-4 text-muted">
          What you want to keep that no card here asks for, or asks otherwise than you would.
        </p>
        <ButtonLink look="quiet" href="/review/own" prefetch={false}>
          Write and change them
        </ButtonLink>
      </section>
      <p className="text-sm">
        <Link href="/review" prefetch={false} className="underline underline-offset-4 hover:text-accent">
          Back to the daily review
        </Link>
      </p>
    </div>
  )
}
