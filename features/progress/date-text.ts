/** "3 Mar". */
export function shortDateText(date: string): string {
  return formats.short.format(new Date(date))
}

/** "Tuesday 3 March 2026". */
export function longDateText(date: string): string {
  // Without the comma that some versions of the locale put after the day of the week.
  return formats.long.format(new Date(date)).replace(',', '')
}

/** "Mar". */
export function monthText(date: string): string {
  return formats.month.format(new Date(date))
}

/** A bare date belongs to no time zone, and is read and written in UTC. */
const timeZone = 'UTC'
/** Made once, since making one takes longer than formatting a page of dates. */
const formats = {
  short: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short' }),
  long: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  month: new Intl.DateTimeFormat('en-GB', { timeZone, month: 'short' }),
}
