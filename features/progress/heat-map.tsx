import { longDateText, monthText, shortDateText } from './date-text.ts'
import { type HeatDay, heatNames, heatOf, heatWeeks } from './heat.ts'
import type { StudiedDay } from './study-days.ts'
import { TableBehind } from './table-behind.tsx'

const weeksShown = 26
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const fills = ['fill-line/60', 'fill-accent/40', 'fill-accent/60', 'fill-accent/80', 'fill-accent'] as const

/** In the units of the picture. */
const [pitch, square, monthHeight] = [28, 24, 24]
const height = monthHeight + 7 * pitch
/** How large a week is on the screen; a phone shows as many whole weeks, up to today, as fit on it. */
const size = {
  picture: 'w-[32.5rem] sm:w-[45.5rem]',
  frame: 'w-[round(down,100%,1.25rem)] max-w-[32.5rem] sm:w-[round(down,100%,1.75rem)] sm:max-w-[45.5rem]',
}

/** The last half year, a column for every week from Monday, each day coloured by how much was done on it. */
export function HeatMap({ studied, today }: { studied: readonly StudiedDay[]; today: string }) {
  const weeks = heatWeeks(studied, today, weeksShown)
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[auto_1fr] gap-2">
        <Weekdays />
        <div className={`flex justify-end justify-self-start overflow-hidden ${size.frame}`}>
          <svg
            role="img"
            aria-label={pictureText(weeks.flat())}
            viewBox={`0 0 ${weeksShown * pitch} ${height}`}
            className={`block shrink-0 ${size.picture}`}
          >
            {weeks.map((week, column) => (
              <Week key={week[0]?.date} week={week} column={column} month={monthAbove(weeks, column)} />
            ))}
          </svg>
        </div>
      </div>
      <ul aria-label="Key to the days" className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        {heatNames.map((name, heat) => (
          <li key={name} className="flex items-center gap-2">
            <svg aria-hidden="true" className="size-3.5">
              <rect width="100%" height="100%" rx="2" className={fills[heat]} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <TableBehind
        caption="Reviews and answers by day"
        columns={['Week from', ...weekdays, 'Together']}
        rows={weeks.toReversed().map((week) => ({
          key: week[0]?.date ?? '',
          head: <span className="whitespace-nowrap">{shortDateText(week[0]?.date ?? '')}</span>,
          cells: [...weekdays.map((_, day) => countOf(week[day]) ?? ''), sumOf(week)],
        }))}
      />
    </div>
  )
}

function Weekdays() {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 40 ${height}`}
      className="h-[calc(1.25rem*220/28)] sm:h-[calc(1.75rem*220/28)]"
    >
      {weekdays.map((name, row) =>
        row % 2 === 0 ? (
          <text key={name} x="0" y={monthHeight + row * pitch + 17} className={label}>
            {name}
          </text>
        ) : null,
      )}
    </svg>
  )
}

/** Set in the units of the picture, so larger where the picture is smaller. */
const label = 'fill-muted text-[17px] sm:text-[13px]'

function Week({ week, column, month }: { week: readonly HeatDay[]; column: number; month: string | null }) {
  return (
    <>
      {month === null ? null : (
        <text x={column * pitch} y="15" className={label}>
          {month}
        </text>
      )}
      {week.map((day, row) => (
        <rect
          key={day.date}
          x={column * pitch}
          y={monthHeight + row * pitch}
          width={square}
          height={square}
          rx="3"
          className={fills[heatOf(day.reviews + day.answers)]}
        >
          <title>{dayText(day)}</title>
        </rect>
      ))}
    </>
  )
}

/** The month that begins in a week, above it. */
function monthAbove(weeks: readonly (readonly HeatDay[])[], column: number): string | null {
  const first = weeks[column]?.find(({ date }) => date.endsWith('-01'))
  return first === undefined ? null : monthText(first.date)
}

function dayText({ date, reviews, answers }: HeatDay): string {
  const parts = [counted(reviews, 'review'), counted(answers, 'answer')].filter((text) => text !== null)
  return `${longDateText(date)}: ${parts.length === 0 ? 'nothing' : parts.join(', ')}`
}

function counted(count: number, name: string): string | null {
  return count === 0 ? null : `${count} ${name}${count === 1 ? '' : 's'}`
}

function countOf(day: HeatDay | undefined): number | null {
  return day === undefined ? null : day.reviews + day.answers
}

function sumOf(week: readonly HeatDay[]): number {
  return week.reduce((sum, day) => sum + day.reviews + day.answers, 0)
}

function pictureText(days: readonly HeatDay[]): string {
  const withStudy = days.filter((day) => sumOf([day]) > 0)
  const [most] = withStudy.toSorted((a, b) => sumOf([b]) - sumOf([a]))
  const opening = `Reviews and answers of each day in the last ${weeksShown} weeks`
  return most === undefined
    ? `${opening}: none.`
    : `${opening}: on ${counted(withStudy.length, 'day')}, most on ${dayText(most)}.`
}
