import { Duration } from 'luxon'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** An amount of data as people read it, such as 4.2 MB. */
export function bytesText(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit: units[power] ?? 'byte',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power)
}

/** A stretch of time by its two largest units, such as 3 days, 4 hours. */
export function stretchText(seconds: number): string {
  const whole = Duration.fromObject({ days: 0, hours: 0, minutes: 0, seconds: Math.floor(seconds) }).normalize()
  const parts = Object.entries(whole.toObject()).filter(([, amount]) => amount > 0)
  const [first] = parts
  if (first === undefined) return '0 seconds'
  return Duration.fromObject(Object.fromEntries(parts.slice(0, 2)))
    .reconfigure({ locale: 'en-GB' })
    .toHuman()
}

/** Whether there is so little room left that backups or the database itself may soon not fit. */
export function isTight({ free, total }: { free: number; total: number }): boolean {
  return free < total / 20
}
