/** What a learner found wrong with a question, in their words. */
export interface Flag {
  itemId: string
  comment: string
  flaggedAt: Date
}

/** What learners found wrong with questions, in their words and without their names. */
export function FlagList({
  flags,
  about,
}: {
  flags: readonly Flag[]
  /** What each is on, by item id; left out where all are on the same. */
  about?: (itemId: string) => string
}) {
  return (
    <ul className="grid gap-3">
      {flags.map(({ itemId, comment, flaggedAt }) => (
        <li key={`${itemId} ${flaggedAt.toISOString()} ${comment}`} className="rounded-lg border border-line px-4 py-3">
          <q className="block wrap-anywhere">{comment}</q>
          <p className="mt-1 text-sm text-muted">
            {flaggedAt.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}
            {about !== undefined && `, on ${about(itemId)}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
