import { TableBehind } from '@/features/progress/table-behind.tsx'
import { tenths } from './form-report.ts'

const names = Array.from({ length: 10 }, (_, index) => `${10 * index} to ${10 * (index + 1)} %`)

/** How many attempts earned how much, in tenths. */
export function MarkHistogram({ totals }: { totals: readonly number[] }) {
  const counts = tenths(totals)
  const most = Math.max(1, ...counts)
  return (
    <figure className="grid gap-1">
      <figcaption className="text-sm text-muted">How many earned how much</figcaption>
      <svg role="img" aria-label={toldOf(counts)} className="block h-32 w-full border-edge border-b">
        {counts.map((count, index) => {
          const high = count === 0 ? 0 : Math.max(2, (88 * count) / most)
          return (
            <g key={names[index]}>
              <title>{`${names[index]}: ${count}`}</title>
              <rect x={`${10 * index}%`} width="10%" height="100%" className="fill-transparent" />
              <rect
                x={`${10 * index + 0.75}%`}
                width="8.5%"
                y={`${100 - high}%`}
                height={`${high}%`}
                className="fill-accent"
              />
              {count > 0 && (
                <text x={`${10 * index + 5}%`} y={`${99 - high}%`} textAnchor="middle" className="fill-muted text-xs">
                  {count}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <p aria-hidden="true" className="flex justify-between text-sm text-muted">
        <span>0 %</span>
        <span>50 %</span>
        <span>100 %</span>
      </p>
      <TableBehind
        caption="How many attempts earned how much"
        columns={['Of the marks', 'Attempts']}
        rows={counts.map((count, index) => ({ key: names[index] ?? '', head: names[index], cells: [count] }))}
      />
    </figure>
  )
}

function toldOf(counts: readonly number[]): string {
  const told = counts.flatMap((count, index) => (count === 0 ? [] : [`${count} with ${names[index]}`]))
  return told.length === 0 ? 'Nobody yet.' : `${told.join(', ')}.`
}
