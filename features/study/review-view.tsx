import Link from 'next/link'
import { catalog } from '@/features/catalog/data.ts'
import type { DeckName } from './deck.ts'
import { ReviewSession } from './review-session.tsx'

/** The page around a session. */
export function ReviewView({ title, deck }: { title: string; deck: DeckName }) {
  return (
    <div className="mx-auto max-w-2xl">
      <p className="text-sm text-muted">Review</p>
      <h1 className="mb-5 text-2xl">{title}</h1>
      <ReviewSession deck={deck} />
      <p className="mt-8 hidden text-sm text-muted sm:block">
        Space shows the answer and grades Good · 1 Again · 2 Hard · 3 Good · 4 Easy · u undo · e note · * mark · - bury
        · = bury siblings · @ suspend · i info · o options
      </p>
      <details className="mt-8 text-sm">
        <summary className="min-h-11 py-2 text-muted">Other decks</summary>
        <p className="mb-2">
          <DeckLink href="/review/custom" title="A session of your own: ahead, by deck, before an exam" />
        </p>
        <p className="mb-2">
          <DeckLink href="/review/own" title="Cards of your own" />
        </p>
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {deck === 'all' ? null : (
            <li>
              <DeckLink href="/review" title="All that you have taken up" />
            </li>
          )}
          {catalog.topics
            .filter(({ parent }) => parent === undefined)
            .map((topic) => (
              <li key={topic.id}>
                <DeckLink href={`/review/topic/${topic.id}`} title={topic.title} />
              </li>
            ))}
        </ul>
      </details>
    </div>
  )
}

function DeckLink({ href, title }: { href: string; title: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex min-h-11 items-center underline-offset-4 hover:text-accent hover:underline"
    >
      {title}
    </Link>
  )
}
