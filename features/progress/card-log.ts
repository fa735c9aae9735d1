import { ratingFromAnswer } from '@/features/study/answered.ts'
import type { CardLog } from '@/features/study/data.ts'
import type { FactIndex } from '@/features/study/fact-index.ts'
import {
  type Memory,
  type Rating,
  replay,
  review,
  type Scheduling,
  usualParameters,
} from '@/features/study/schedule.ts'
import type { LoggedAnswer, LoggedReview } from './data.ts'

/**
 * The log of every card that has been reviewed, as `listLogs` of study gives it, made from what has been read already:
 * statistics are about all cards, and need the same rows for more.
 */
export function cardLogsOf(
  reviews: readonly LoggedReview[],
  answers: readonly LoggedAnswer[],
  facts: FactIndex,
): CardLog[] {
  const answersTo = groupedBy(
    answers.filter(({ tellsOnMemory }) => tellsOnMemory),
    ({ itemId }) => itemId,
  )
  return [...groupedBy(reviews, ({ cardId }) => cardId)].map(([cardId, ofCard]) => {
    const factId = facts.factOfCard(cardId)
    const items = factId === null ? [] : facts.itemsOfFact(factId)
    return {
      cardId,
      reviews: ofCard.map(({ cardId: _, durationMs: __, ...row }) => row),
      answers: items
        .flatMap(({ id: itemId, factIds }) =>
          (answersTo.get(itemId) ?? []).map(({ id, attemptId, score, certainty, answeredAt }) => ({
            id,
            attemptId,
            score,
            certainty,
            answeredAt,
            isAboutOneFact: factIds.length === 1,
          })),
        )
        .sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || (a.id < b.id ? -1 : 1)),
    }
  })
}

/** A review with what its card was to the learner just before. */
export interface TracedReview {
  cardId: string
  rating: Rating
  reviewedAt: Date
  /** Nothing where it was the card's first. */
  before: Memory | null
}

/**
 * Replays the log of a card and tells of each review what the memory was before it: the one that `memoryOf` of study
 * gave then, by the retention, in the time zone and by the parameters of the review before. Where those parameters are
 * other ones than before, all that came earlier is replayed by them, as `memoryOf` does.
 */
export function traceReviews({ cardId, reviews, answers }: CardLog): TracedReview[] {
  const traced: TracedReview[] = []
  let memory: Memory | null = null
  let scheduling: Scheduling = { seed: cardId, parameters: usualParameters }
  // Sorting keeps what is equal as it stands, so that at the same instant reviews come first, as in every replay.
  const log = [
    ...reviews.map((given) => ({ at: given.reviewedAt, given, answer: null })),
    ...answers.map((answer) => ({ at: answer.answeredAt, given: null, answer })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const [index, { at, given, answer }] of log.entries()) {
    const rating = answer === null ? given.rating : ratingFromAnswer(memory, answer)
    if (rating === null) continue
    if (given === null) {
      memory = review(memory, rating, at, scheduling)
      continue
    }
    traced.push({ cardId, rating, reviewedAt: at, before: memory })
    const { desiredRetention, timeZone } = given
    const parameters = given.parameters ?? usualParameters
    const isRefitted = parameters !== scheduling.parameters
    scheduling = { ...scheduling, desiredRetention, parameters, ...(timeZone === null ? {} : { timeZone }) }
    if (!isRefitted) {
      memory = review(memory, rating, at, scheduling)
      continue
    }
    const earlier = log.slice(0, index + 1)
    memory = replay(
      earlier.flatMap((one) => (one.given === null ? [] : [one.given])),
      earlier.flatMap((one) => (one.answer === null ? [] : [one.answer])),
      { seed: cardId, desiredRetention, parameters },
    )
  }
  return traced
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}
