import { DateTime } from 'luxon'
import { studyDay } from '@/features/study/day.ts'

/** A review or an answer, as far as it tells when somebody studied and for how long. */
export interface StudyEvent {
  kind: 'review' | 'answer'
  at: Date
  /** Nothing where it was not timed. */
  durationMs: number | null
}

/** A study day with what happened on it. */
export interface StudiedDay<Event extends { at: Date } = StudyEvent> {
  /** The date on which it began by the learner's clock, such as 2026-03-29. */
  date: string
  startsAt: Date
  endsAt: Date
  /** In order of time. */
  events: Event[]
}

/** What happened, by the learner's study days, the earliest first. Days on which nothing happened are left out. */
export function byStudyDay<Event extends { at: Date }>(
  events: readonly Event[],
  timeZone: string,
): StudiedDay<Event>[] {
  const days: StudiedDay<Event>[] = []
  for (const event of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const last = days.at(-1)
    // One look at the clock a day: a year has tens of thousands of reviews.
    if (last !== undefined && event.at < last.endsAt) {
      last.events.push(event)
    } else {
      const bounds = studyDay(event.at, timeZone)
      days.push({ date: localDate(bounds.startsAt, timeZone), ...bounds, events: [event] })
    }
  }
  return days
}

/** The date of the study day that an instant falls into. */
export function studyDate(at: Date, timeZone: string): string {
  return localDate(studyDay(at, timeZone).startsAt, timeZone)
}

/** The date so many days after another; before it, if the number is negative. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}

/** How many days a date lies after another; negative, if it lies before it. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  const sinceMonday = (new Date(date).getUTCDay() + 6) % 7
  return dateAfter(date, -sinceMonday)
}

/** Of a bare date, which is counted in UTC: there every day is as long as any other. */
const dayMs = 86_400_000

function localDate(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd')
}
