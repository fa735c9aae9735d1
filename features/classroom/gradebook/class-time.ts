import { DateTime } from 'luxon'

/** "3 March 2026, 14:05", as the class's clock has it. */
export function momentText(instant: Date, timeZone: string): string {
  return DateTime.fromJSDate(instant, { zone: timeZone }).setLocale('en-GB').toFormat("d MMMM yyyy, HH':'mm")
}

/** The instant at which the class's clock shows a local time, such as 2026-03-02T14:05; nothing for what is no time. */
export function instantAt(local: string, timeZone: string): Date | null {
  const at = DateTime.fromISO(local, { zone: timeZone })
  return at.isValid ? at.toJSDate() : null
}
