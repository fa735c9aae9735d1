import { type Streak, streakText } from './streak.ts'
import { minutesText } from './time-spent.ts'

/** Where the learner stands, in four figures. */
export function SummaryStrip({
  streak,
  daysStudied,
  minutesThisWeek,
  reviewsToday,
}: {
  streak: Streak
  daysStudied: number
  minutesThisWeek: number
  reviewsToday: number
}) {
  const { figure, note } = streakText(streak)
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 border-line border-y py-5 sm:grid-cols-[1.6fr_1fr_1fr_1fr]">
      <Figure name="Streak" value={figure} note={note} />
      <Figure name="Days studied" value={String(daysStudied)} note="since the first one" />
      <Figure name="Time spent" value={minutesText(minutesThisWeek)} note="in the last 7 days" />
      <Figure name="Reviews" value={String(reviewsToday)} note="today" />
    </dl>
  )
}

function Figure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        <span className="block font-serif text-xl font-semibold">{value}</span>
        <span className="block text-sm text-muted">{note}</span>
      </dd>
    </div>
  )
}
