/** The one place that reads the time; everything else is told it. */
export function now(): Date {
  return new Date()
}
