import Link from 'next/link'
import { Suspense } from 'react'
import { OwnCards } from './own-cards.tsx'

/** The cards that a learner makes: to write, change and delete them. */
export function OwnCardsView() {
  return (
    <div className="mx-auto grid max-w-4xl gap-6">
      <header>
        <p className="text-sm text-muted">Review</p>
        <h1 className="text-2xl">Cards of your own</h1>
        <p className="mt-2 max-w-prose text-muted">Nobody sees them but you. They are reviewed like any other card.</p>
      </header>
      <Suspense fallback={<p className="text-muted">Fetching your cards…</p>}>
        <OwnCards />
      </Suspense>
      <p className="text-sm">
        <Link href="/review" prefetch={false} className="underline underline-offset-4 hover:text-accent">
          Back to the review
        </Link>
      </p>
    </div>
  )
}
