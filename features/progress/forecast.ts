import type { Memory } from '@/features/study/schedule.ts'
import type { Standing } from '@/features/study/standing.ts'
import { byStudyDay, dateAfter, daysBetween, studyDate } from './study-days.ts'

/** How many cards fall due on a study day. */
export interface DueOnDay {
  date: string
  cards: number
}

const forecastDays = 30

/**
 * How many cards fall due on each of the next thirty study days, today first. What is overdue counts for today. It goes
 * by the dates on which cards are due now: what the coming reviews will bring back, and new cards, come on top.
 */
export function forecastOf(dueAts: readonly Date[], now: Date, timeZone: string): DueOnDay[] {
  const today = studyDate(now, timeZone)
  const cards = new Array<number>(forecastDays).fill(0)
  const days = byStudyDay(
    dueAts.map((at) => ({ at })),
    timeZone,
  )
  for (const { date, events } of days) {
    const index = Math.max(0, daysBetween(today, date))
    if (index < forecastDays) cards[index] = (cards[index] ?? 0) + events.length
  }
  return cards.map((count, index) => ({ date: dateAfter(today, index), cards: count }))
}

/** When each card that has been seen will be shown again: never while it is suspended, not before its burial ends. */
export function dueDatesOf(
  memories: ReadonlyMap<string, Pick<Memory, 'dueAt'>>,
  standings: ReadonlyMap<string, Pick<Standing, 'isSuspended' | 'buriedUntil'>>,
): Date[] {
  return [...memories].flatMap(([cardId, { dueAt }]) => {
    const { isSuspended = false, buriedUntil = null } = standings.get(cardId) ?? {}
    if (isSuspended) return []
    return [buriedUntil !== null && buriedUntil > dueAt ? buriedUntil : dueAt]
  })
}
