import { formatInterval } from './interval.ts'
import { isInSteps, type Memory, recallProbability } from './schedule.ts'
import type { Standing } from './standing.ts'

const relearning = 3

/** The state of a card as Anki's users know it. */
export function phaseName(memory: Pick<Memory, 'phase' | 'intervalDays'> | null): string {
  if (memory === null) return 'New'
  if (isInSteps(memory)) return memory.phase === relearning ? 'Relearning' : 'Learning'
  return memory.intervalDays >= 21 ? 'Mature' : 'Young'
}

/** How a card stands, in a few words: "Young, due on 5 March 2026, suspended". */
export function stateInWords(
  memory: Memory | null,
  { isSuspended, buriedUntil }: Pick<Standing, 'isSuspended' | 'buriedUntil'>,
  at: Date,
  timeZone: string,
): string {
  const day = (date: Date) =>
    date.toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
  const due = memory === null ? null : memory.dueAt <= at ? 'due now' : `due on ${day(memory.dueAt)}`
  const isBuried = buriedUntil !== null && buriedUntil > at
  return [phaseName(memory), due, isSuspended ? 'suspended' : isBuried ? 'buried until tomorrow' : null]
    .filter((part) => part !== null)
    .join(', ')
}

/** How a card stands, in words. */
export function cardInfo(
  memory: Memory | null,
  at: Date,
  parameters?: readonly number[],
): { name: string; value: string }[] {
  const state = { name: 'State', value: phaseName(memory) }
  if (memory === null) return [state]
  const { dueAt, stability, difficulty, intervalDays, reps, lapses, lastReviewedAt } = memory
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return [
    state,
    { name: 'Due', value: day(dueAt) },
    { name: 'Last seen', value: day(lastReviewedAt) },
    {
      name: 'Interval',
      value: intervalDays === 0 ? 'in its steps' : formatInterval(new Date(0), new Date(intervalDays * 86_400_000)),
    },
    { name: 'Recall now, by the model', value: `${Math.round(100 * recallProbability(memory, at, parameters))} %` },
    { name: 'Stability', value: `${Math.round(stability)} ${Math.round(stability) === 1 ? 'day' : 'days'}` },
    { name: 'Difficulty', value: `${Math.round(difficulty * 10) / 10} of 10` },
    { name: 'Times seen', value: String(reps) },
    { name: 'Lapses', value: String(lapses) },
  ]
}
