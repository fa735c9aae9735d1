/** Away for so long, a learner starts small. */
const longAbsenceDays = 14
/** How many reviews the first day back brings; each further day of study twice as many as the one before. */
const firstDayBack = 20

const dayMs = 86_400_000

/** How a learner comes back after a long time away. */
export interface Return {
  awayDays: number
  /** How many reviews today may bring. */
  reviewLimit: number
}

/**
 * Whether the learner is coming back from a long absence, and how many reviews the day may then bring: 20 on the first
 * study day, 40 on the second, until the usual limit is reached again. The rest waits, the most overdue first.
 *
 * @param studyDayStarts when each study day with a review before today began, in order of time
 * @param todayStartsAt when today's study day began
 */
export function returnOf(studyDayStarts: readonly Date[], todayStartsAt: Date, usualLimit: number): Return | null {
  const days = [...studyDayStarts.filter((start) => start < todayStartsAt), todayStartsAt]
  for (let daysBack = 0; daysBack < days.length - 1; daysBack += 1) {
    const reviewLimit = firstDayBack * 2 ** daysBack
    if (reviewLimit >= usualLimit) return null
    const [before, after] = [days[days.length - 2 - daysBack], days[days.length - 1 - daysBack]] as [Date, Date]
    // Summer time makes a day an hour longer or shorter.
    const awayDays = Math.round((after.getTime() - before.getTime()) / dayMs) - 1
    if (awayDays >= longAbsenceDays) return { awayDays, reviewLimit }
  }
  return null
}
