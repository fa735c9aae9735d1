import { daysBetween } from './study-days.ts'

/** How many days in a row somebody has studied, up to today. */
export interface Streak {
  /** Days with study. */
  days: number
  /** Days without study that the streak went on over; today is none of them. */
  forgiven: number
}

/** Two days missed in a row end a streak, one does not. */
const mostMissed = 1

/**
 * The streak that reaches today. Life has its days, so one missed day is forgiven: a streak goes on as long as no more
 * than one day is missing between two days of study, however often that happens; two in a row end it. A missed day is
 * not counted as one of study. Today counts once something is studied, and before that breaks nothing; so with
 * yesterday missed too, today is the day on which the streak goes on or ends.
 *
 * @param dates the dates of study days, the earliest first
 * @param today the date of today's study day
 */
export function streakOf(dates: readonly string[], today: string): Streak {
  let [days, forgiven] = [0, 0]
  let later = today
  for (const date of dates.toReversed()) {
    const missed = daysBetween(date, later) - 1
    if (missed > mostMissed) break
    // Who has travelled west may have studied "tomorrow", and today's own gap is negative.
    forgiven += Math.max(0, missed)
    days += 1
    later = date
  }
  return { days, forgiven }
}

/** A streak in words, without praise or blame. */
export function streakText({ days, forgiven }: Streak): { figure: string; note: string } {
  const figure = days === 0 ? 'None now' : days === 1 ? '1 day' : `${days} days in a row`
  if (days === 0) return { figure, note: 'One begins with any card or question.' }
  const note =
    forgiven === 0
      ? 'A missed day is forgiven.'
      : forgiven === 1
        ? 'A missed day is forgiven, as one was.'
        : `A missed day is forgiven, as ${forgiven} were.`
  return { figure, note }
}
