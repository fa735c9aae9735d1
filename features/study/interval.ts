/** An interval as it stands on an answer button: "<1m", "10m", "3h", "4d", "1.5mo", "2.1y". */
export function formatInterval(from: Date, to: Date): string {
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000)
  if (minutes < 1) return '<1m'
  if (minutes < 60) return `${minutes}m`
  const hours = Math.round(minutes / 60)
  if (hours < 24) return `${hours}h`
  const days = Math.round(hours / 24)
  if (days < 31) return `${days}d`
  if (days < 365) return `${roundedToTenth(days / 30.4)}mo`
  return `${roundedToTenth(days / 365)}y`
}

function roundedToTenth(value: number): number {
  return Math.round(value * 10) / 10
}
