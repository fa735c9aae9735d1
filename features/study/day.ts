import { DateTime, IANAZone } from 'luxon'

/** A study day begins at four in the morning, so that a late evening still counts as one day. */
const rolloverHour = 4

/** Zones are looked up several times for every review of a replay, and looking one up costs more than the rest. */
const zones = new Map<string, IANAZone>()

/** What to add to an instant for UTC's midnight to fall on the hour at which the study day there begins. */
export function studyDayShiftMs(at: Date, timeZone: string): number {
  const zone = zones.get(timeZone) ?? IANAZone.create(timeZone)
  zones.set(timeZone, zone)
  return (zone.offset(at.getTime()) - rolloverHour * 60) * 60_000
}

/**
 * The study day that an instant falls into: when it began and when it ends, by the learner's clock.
 * A day of 23 or 25 hours, when summer time begins or ends, is one day.
 */
export function studyDay(at: Date, timeZone: string): { startsAt: Date; endsAt: Date } {
  const local = DateTime.fromJSDate(at, { zone: timeZone })
  const date = local.hour < rolloverHour ? local.minus({ days: 1 }) : local
  const startsAt = date.startOf('day').set({ hour: rolloverHour })
  return { startsAt: startsAt.toJSDate(), endsAt: startsAt.plus({ days: 1 }).toJSDate() }
}
