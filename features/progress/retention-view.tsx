import type { Span } from '@/lib/share-interval.ts'
import { TableBehind } from './table-behind.tsx'
import { fewestToTell, type Retention, type RetentionOfPeriod, withoutRepeats } from './true-retention.ts'

const maturities = [
  { id: 'young', name: 'Young cards' },
  { id: 'mature', name: 'Mature cards' },
] as const

/** How much was still known when it was asked again, young and mature cards apart, against what was wished for. */
export function RetentionView({
  retention,
  desiredRetention,
}: {
  retention: readonly RetentionOfPeriod[]
  desiredRetention: number
}) {
  const count = Math.max(...retention.map(({ all }) => all.count))
  if (count < fewestToTell) {
    const soFar = count === 0 ? '' : `; so far there ${count === 1 ? 'is 1' : `are ${count}`}`
    return (
      <p className="text-muted">
        Retention shows once {fewestToTell} reviews of learned cards are in{soFar}.
      </p>
    )
  }
  const periods = withoutRepeats(retention)
  return (
    <div className="grid gap-3">
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
        {periods.map((period) => (
          <section key={periodText(period)} className="grid content-start gap-3">
            <h3 className="font-sans text-sm font-semibold text-muted">{periodText(period)}</h3>
            {maturities.map(({ id, name }) => (
              <Track key={id} name={name} retention={period[id]} desiredRetention={desiredRetention} />
            ))}
            <Scale />
          </section>
        ))}
      </div>
      <p className="text-sm text-muted">
        The dot is the share that you still knew, the thin line how far chance may have moved it. The mark across stands
        at the {percentText(desiredRetention)} that you wish for. Of each card the first review in a day counts, once it
        has left its learning steps; it is mature from an interval of 21 days.
      </p>
      <TableBehind
        caption="True retention by period and maturity"
        columns={['Period', 'Cards', 'Reviews', 'Known', 'Share (chance allows)']}
        rows={periods.flatMap((period) =>
          [...maturities, { id: 'all', name: 'All cards' } as const].map(({ id, name }) => ({
            key: `${periodText(period)}, ${id}`,
            head: periodText(period),
            cells: [name, period[id].count, period[id].passed, shareText(period[id])],
          })),
        )}
      />
    </div>
  )
}

function Track({
  name,
  retention,
  desiredRetention,
}: {
  name: string
  retention: Retention
  desiredRetention: number
}) {
  const { share, interval } = retention
  return (
    <div>
      <p className="flex items-baseline justify-between gap-2">
        <span>{name}</span>
        <span className="text-sm text-muted">{figureText(retention)}</span>
      </p>
      <div className="px-2">
        <svg role="img" aria-label={`${name}: ${shareText(retention)}.`} className="block h-7 w-full overflow-visible">
          <line x1="0%" x2="100%" y1="50%" y2="50%" className="stroke-edge" />
          <line
            x1={placeOf(desiredRetention)}
            x2={placeOf(desiredRetention)}
            y1="15%"
            y2="85%"
            strokeWidth="2"
            className="stroke-ink"
          />
          {share === null ? null : (
            <>
              <line
                x1={placeOf(interval.from)}
                x2={placeOf(interval.to)}
                y1="50%"
                y2="50%"
                strokeWidth="3"
                className="stroke-accent"
              />
              <circle cx={placeOf(share)} cy="50%" r="6" strokeWidth="2" className="fill-accent stroke-surface" />
            </>
          )}
        </svg>
      </div>
    </div>
  )
}

function Scale() {
  return (
    <p aria-hidden="true" className="flex justify-between text-sm text-muted">
      {[0, 0.5, 1].map((share) => (
        <span key={share}>{percentText(share)}</span>
      ))}
    </p>
  )
}

function periodText({ days }: RetentionOfPeriod): string {
  return days === null ? 'From the beginning' : `Last ${days} days`
}

function figureText({ share, count }: Retention): string {
  if (count === 0) return 'no reviews yet'
  return `${share === null ? 'too few to tell' : percentText(share)} in ${reviewsText(count)}`
}

function shareText({ share, count, interval }: Retention): string {
  if (count === 0) return 'no reviews yet'
  return share === null ? `too few to tell in ${reviewsText(count)}` : `${percentText(share)} (${spanText(interval)})`
}

function reviewsText(count: number): string {
  return count === 1 ? '1 review' : `${count} reviews`
}

/** Along the track. */
function placeOf(share: number): string {
  return `${share * 100}%`
}

function percentText(share: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'percent' }).format(share)
}

function spanText({ from, to }: Span): string {
  return `${Math.round(from * 100)}–${percentText(to)}`
}
