import type { ClassFlag } from './data.ts'

/** What learners found wrong with questions, in their words and without their names. */
export function FlagList({
  flags,
  questions,
}: {
  flags: readonly ClassFlag[]
  /** By item id; left out where all are about one. */
  questions?: Readonly<Record<string, string>>
}) {
  return (
    <ul className="grid gap-3">
      {flags.map(({ itemId, comment, flaggedAt }) => (
        <li key={`${itemId} ${flaggedAt.toISOString()} ${comment}`} className="rounded-lg border border-line px-4 py-3">
          <q className="block wrap-anywhere">{comment}</q>
          <p className="mt-1 text-sm text-muted">
            {flaggedAt.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}
            {questions !== undefined && `, on “${questions[itemId]}”`}
          </p>
        </li>
      ))}
    </ul>
  )
}
