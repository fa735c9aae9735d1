import { dateAfter, daysBetween, mondayOf, type StudiedDay } from './study-days.ts'

/** How much was done on a day, in five steps. */
export type Heat = 0 | 1 | 2 | 3 | 4

/** The least that a step takes. The same for everybody and always, so that a colour keeps its meaning. */
const leastOf = [0, 1, 10, 25, 50] as const

/** What each step stands for, the lowest first. */
export const heatNames = ['none', '1 to 9', '10 to 24', '25 to 49', '50 and more'] as const

export function heatOf(count: number): Heat {
  return leastOf.findLastIndex((least) => count >= least) as Heat
}

/** A day in the calendar: what was done on it. */
export interface HeatDay {
  date: string
  reviews: number
  answers: number
}

/** The last weeks, each from Monday; the last one ends with today. */
export function heatWeeks(studied: readonly StudiedDay[], today: string, weeks: number): HeatDay[][] {
  const days = new Map(studied.map((day) => [day.date, day]))
  const count = (date: string, kind: 'review' | 'answer') =>
    days.get(date)?.events.filter((event) => event.kind === kind).length ?? 0
  return Array.from({ length: weeks }, (_, week) => {
    const monday = dateAfter(mondayOf(today), 7 * (week + 1 - weeks))
    return Array.from({ length: Math.min(7, daysBetween(monday, today) + 1) }, (_, day) => {
      const date = dateAfter(monday, day)
      return { date, reviews: count(date, 'review'), answers: count(date, 'answer') }
    })
  })
}
