import { longDateText } from './date-text.ts'
import { DayBars } from './day-bars.tsx'
import type { DueOnDay } from './forecast.ts'
import { TableBehind } from './table-behind.tsx'

/** How many cards the next days bring. */
export function ForecastView({ forecast }: { forecast: readonly DueOnDay[] }) {
  const total = forecast.reduce((sum, { cards }) => sum + cards, 0)
  const [today] = forecast
  if (total === 0 || today === undefined) {
    return <p className="text-muted">No card falls due in the next thirty days. Cards you have seen will stand here.</p>
  }
  const most = forecast.reduce((most, day) => (day.cards > most.cards ? day : most))
  return (
    <div className="grid gap-3">
      <DayBars
        label={`Cards that fall due on each of the next ${forecast.length} days: ${total} in all, ${today.cards} of them today; most on ${dueText(most)}.`}
        bars={forecast.map((day) => ({ date: day.date, value: day.cards, text: dueText(day) }))}
        highest={cardsText(most.cards)}
        today={today.date}
      />
      <p className="text-sm text-muted">
        By the dates on which cards are due now. New cards, and reviews that follow from these, come on top.
      </p>
      <TableBehind
        caption="Cards that fall due by day"
        columns={['Day', 'Cards']}
        rows={forecast.map(({ date, cards }) => ({ key: date, head: longDateText(date), cells: [cards] }))}
      />
    </div>
  )
}

function dueText({ date, cards }: DueOnDay): string {
  return `${longDateText(date)}: ${cardsText(cards)}`
}

function cardsText(cards: number): string {
  return cards === 1 ? '1 card' : `${cards} cards`
}
