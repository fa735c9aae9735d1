import { DateTime } from 'luxon'

/** Times as a class reads them on its own clock. */

/** As a browser's field for a date and a time has it. */
const fieldFormat = "yyyy-MM-dd'T'HH:mm"

/** What was typed into a field for a date and a time, by a clock. */
export type TypedTime =
  | { kind: 'instant'; instant: Date }
  /** The clocks are put forward over it, so that it never comes; what they show then instead. */
  | { kind: 'skipped'; instead: string }
  | { kind: 'malformed' }

/** The instant that a local time names. Where the clocks are put back and it comes twice, the later. */
export function instantOf(typed: string, timeZone: string): TypedTime {
  const read = DateTime.fromFormat(typed, fieldFormat, { zone: timeZone })
  if (!read.isValid) return { kind: 'malformed' }
  if (read.toFormat(fieldFormat) !== typed) return { kind: 'skipped', instead: read.toFormat('HH:mm') }
  const instants = read.getPossibleOffsets().map((possible) => possible.toMillis())
  return { kind: 'instant', instant: new Date(Math.max(...instants)) }
}

/** An instant as a field for a date and a time has it; empty for none. */
export function fieldText(instant: Date | null, timeZone: string): string {
  return instant === null ? '' : DateTime.fromJSDate(instant, { zone: timeZone }).toFormat(fieldFormat)
}

/** "Friday 3 March 2028, 14:00". */
export function timeText(instant: Date, timeZone: string): string {
  return DateTime.fromJSDate(instant, { zone: timeZone }).setLocale('en-GB').toFormat('cccc d LLLL yyyy, HH:mm')
}

/** "in 3 days", "2 hours ago". */
export function relativeText(instant: Date, now: Date): string {
  const base = DateTime.fromJSDate(now)
  // Else what is a minute short of two days would be in one.
  return DateTime.fromJSDate(instant).toRelative({ base, locale: 'en-GB', rounding: 'round' }) ?? ''
}

/** The time that a clock shows so many days later, on another class's clock. */
export function shiftedBy(days: number, instant: Date | null, from: string, to: string): Date | null {
  if (instant === null) return null
  return DateTime.fromJSDate(instant, { zone: from }).plus({ days }).setZone(to, { keepLocalTime: true }).toJSDate()
}
