import { dateAfter, type StudiedDay } from './study-days.ts'

/** How long somebody studied on a day. */
export interface TimeOnDay {
  date: string
  minutes: number
}

const minuteMs = 60_000

/**
 * The minutes of study on each of the last study days, today last: the time from showing a card or a question to its
 * grade or answer. What was not timed, such as a check in a lesson and the reading itself, adds nothing.
 */
export function timeSpent(studied: readonly StudiedDay[], today: string, days: number): TimeOnDay[] {
  const minutesOn = new Map(
    studied.map(({ date, events }) => [
      date,
      events.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / minuteMs,
    ]),
  )
  return Array.from({ length: days }, (_, index) => {
    const date = dateAfter(today, index + 1 - days)
    return { date, minutes: minutesOn.get(date) ?? 0 }
  })
}

/** All of it together, in minutes. */
export function totalMinutes(times: readonly TimeOnDay[]): number {
  return times.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Minutes as they are written: "0 min", "under a minute", "35 min", "1 h 20 min". */
export function minutesText(minutes: number): string {
  if (minutes === 0) return '0 min'
  const whole = Math.round(minutes)
  if (whole < 1) return 'under a minute'
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
