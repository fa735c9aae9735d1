import { longDateText } from './date-text.ts'
import { DayBars } from './day-bars.tsx'
import { TableBehind } from './table-behind.tsx'
import { minutesText, type TimeOnDay, totalMinutes } from './time-spent.ts'

/** How long the last days were spent on cards and questions. */
export function TimeView({ times, today }: { times: readonly TimeOnDay[]; today: string }) {
  const total = totalMinutes(times)
  if (total === 0) {
    return (
      <p className="text-muted">Nothing in the last {times.length} days. Time on cards and quizzes will stand here.</p>
    )
  }
  const most = times.reduce((most, day) => (day.minutes > most.minutes ? day : most))
  return (
    <div className="grid gap-3">
      <DayBars
        label={`Time on each of the last ${times.length} days: ${minutesText(total)} in all, most on ${timeText(most)}.`}
        bars={times.map((day) => ({ date: day.date, value: day.minutes, text: timeText(day) }))}
        highest={minutesText(most.minutes)}
        today={today}
      />
      <p className="text-sm text-muted">On cards and in quizzes. Reading a lesson and its checks is not timed.</p>
      <TableBehind
        caption="Time spent by day"
        columns={['Day', 'Time']}
        rows={times
          .toReversed()
          .map((day) => ({ key: day.date, head: longDateText(day.date), cells: [minutesText(day.minutes)] }))}
      />
    </div>
  )
}

function timeText({ date, minutes }: TimeOnDay): string {
  return `${longDateText(date)}: ${minutesText(minutes)}`
}
