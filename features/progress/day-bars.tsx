import { shortDateText } from './date-text.ts'

/** A day in a row of days, with how high its bar stands. */
export interface DayBar {
  date: string
  value: number
  /** What a pointer on it shows. */
  text: string
}

/** A bar for each of many days in a row, as wide as there is room. The numbers belong in a table behind it. */
export function DayBars({
  label,
  bars,
  highest,
  today,
}: {
  /** What the picture shows, in words. */
  label: string
  bars: readonly DayBar[]
  /** What the highest bar stands for, in words. */
  highest: string
  today: string
}) {
  const most = Math.max(...bars.map(({ value }) => value))
  const share = 100 / bars.length
  return (
    <figure>
      <p aria-hidden="true" className="border-line border-b pb-0.5 text-right text-sm text-muted">
        {highest}
      </p>
      <svg role="img" aria-label={label} className="block h-32 w-full">
        {bars.map(({ date, value, text }, index) => {
          // A little is not nothing, and has to be seen.
          const high = most === 0 || value === 0 ? 0 : Math.max(2, (100 * value) / most)
          return (
            <g key={date}>
              <title>{text}</title>
              {/* The whole column answers to the pointer, also where its bar is low. */}
              <rect x={`${index * share}%`} width={`${share}%`} height="100%" className="fill-transparent" />
              <rect
                x={`${(index + 0.12) * share}%`}
                width={`${0.76 * share}%`}
                y={`${100 - high}%`}
                height={`${high}%`}
                className="fill-accent"
              />
            </g>
          )
        })}
      </svg>
      <p aria-hidden="true" className="flex justify-between border-edge border-t pt-1 text-sm text-muted">
        {[0, Math.floor(bars.length / 2), bars.length - 1].map((index) => {
          const date = bars[index]?.date ?? ''
          return <span key={date}>{date === today ? 'Today' : shortDateText(date)}</span>
        })}
      </p>
    </figure>
  )
}
