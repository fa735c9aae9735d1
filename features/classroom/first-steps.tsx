import Link from 'next/link'
import type { TaughtClass } from './loaders.ts'

/** What to do in a class that nobody learns in yet. */
export function FirstSteps({ id, wayIn, canEdit }: TaughtClass) {
  return (
    <section aria-labelledby="first" className="grid gap-3 rounded-card border border-line bg-surface p-6">
      <h2 id="first" className="text-xl">
        Nobody has joined yet
      </h2>
      {wayIn === null ? (
        <p>
          The class is closed.{' '}
          {canEdit ? 'Open it below, and it gets a code for your learners.' : 'One of its teachers can open it.'}
        </p>
      ) : (
        <ol className="grid list-decimal gap-2 ps-5">
          <li>
            Show the{' '}
            <Link
              href={`/classes/${id}/card`}
              prefetch={false}
              className="text-accent underline underline-offset-4 hover:no-underline"
            >
              card with the code
            </Link>{' '}
            on the wall, or print it; or send the link below.
          </li>
          <li>
            Each learner opens it and joins. Whoever has no account makes one on the way and keeps their progress.
          </li>
          <li>They appear here. Load this page anew to see who has come.</li>
        </ol>
      )}
    </section>
  )
}
