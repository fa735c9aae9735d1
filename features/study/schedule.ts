import {
  createEmptyCard,
  default_w,
  type FSRS,
  type Card as FsrsCard,
  fsrs,
  GenSeedStrategyWithCardId,
  type Grade,
  generatorParameters,
  State,
  StrategyMode,
} from 'ts-fsrs'
import { type AnsweredFact, ratingFromAnswer } from './answered.ts'
import { studyDayShiftMs } from './day.ts'

/** Again, Hard, Good, Easy. */
export const ratings = [1, 2, 3, 4] as const
export type Rating = (typeof ratings)[number]

/** What the scheduler knows of one card for one learner. A card without a memory is New. */
export interface Memory {
  dueAt: Date
  /** Days until recall falls to 90 %. */
  stability: number
  /** From 1 to 10. */
  difficulty: number
  /** 1 Learning, 2 Review, 3 Relearning. */
  phase: number
  learningStep: number
  intervalDays: number
  reps: number
  lapses: number
  firstReviewedAt: Date
  lastReviewedAt: Date
}

/** One grade in the log of one card. */
export interface GradedReview {
  rating: Rating
  reviewedAt: Date
  /** The learner's at that time, in whose study days it counts; days are counted by UTC without one. */
  timeZone?: string | null
}

/** How sure a learner may want to be of recalling a card when it falls due. */
export const desiredRetentions = { least: 0.7, most: 0.99, usual: 0.9 }

/**
 * What decides how long a card waits, besides its log. It moves the day on which the card falls due and nothing else
 * of its memory, and of all grades in the log only what held at the last one counts.
 */
export interface Scheduling {
  /** Within `desiredRetentions`, and usual unless given. */
  desiredRetention?: number
  /**
   * The card's id. With it, intervals of more than two days vary a little, so that cards learned together do not stay
   * together; the same id and log always give the same interval. Without it none varies.
   */
  seed?: string
  /** The learner's, in which study days begin. Without it days are counted by UTC. */
  timeZone?: string
  /** The 21 of FSRS-6 that were fitted to the learner; the usual ones without. */
  parameters?: readonly number[]
}

/** The parameters of FSRS-6 that hold for everybody, as ts-fsrs has them. */
export const usualParameters: readonly number[] = Object.freeze([...default_w])

/** Whether these can be parameters of FSRS-6. */
export function areParameters(given: unknown): given is number[] {
  return Array.isArray(given) && given.length === usualParameters.length && given.every(Number.isFinite)
}

const maximumIntervalDays = 36_500
const dayMs = 86_400_000

/**
 * The memory that a card's whole log leaves: its reviews, and the answers to items on its fact as far as they tell on it.
 * Both are in order of time. Null where there is no review, since answers alone begin nothing.
 */
export function replay(
  reviews: readonly GradedReview[],
  answers: readonly AnsweredFact[] = [],
  scheduling: Scheduling = {},
): Memory | null {
  return retrace(reviews, answers, scheduling).memory
}

/**
 * The answers that told on the memory of a card with this log, each with the grade that it stood for.
 * They are the same however the card is scheduled.
 */
export function tellingAnswers<Answer extends AnsweredFact>(
  reviews: readonly GradedReview[],
  answers: readonly Answer[],
): { answer: Answer; rating: Rating }[] {
  return retrace(reviews, answers, {}).telling
}

function retrace<Answer extends AnsweredFact>(
  reviews: readonly GradedReview[],
  answers: readonly Answer[],
  scheduling: Scheduling,
) {
  let memory: Memory | null = null
  let zone = scheduling.timeZone
  const telling: { answer: Answer; rating: Rating }[] = []
  for (const { at, rating, timeZone, answer } of inOrderOfTime(reviews, answers)) {
    const grade: Rating | null = answer === null ? rating : ratingFromAnswer(memory, answer)
    if (grade === null) continue
    if (answer !== null) telling.push({ answer, rating: grade })
    // An answer goes by the days of the latest review.
    if (timeZone !== null) zone = timeZone
    memory = review(memory, grade, at, { ...scheduling, ...(zone === undefined ? {} : { timeZone: zone }) })
  }
  return { memory, telling }
}

/** Both logs as one. At the same instant reviews come first, for the order to be the same at every replay. */
function inOrderOfTime<Answer extends AnsweredFact>(reviews: readonly GradedReview[], answers: readonly Answer[]) {
  return [
    ...reviews.map(({ rating, reviewedAt: at, timeZone = null }) => ({ at, rating, timeZone, answer: null })),
    ...answers.map((answer) => ({ at: answer.answeredAt, rating: null, timeZone: null, answer })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The memory after one more review. */
export function review(memory: Memory | null, rating: Rating, at: Date, scheduling: Scheduling = {}): Memory {
  // ts-fsrs counts days by UTC. Moved so that the learner's study day begins at UTC's midnight, it counts study days.
  const moved = (instant: Date) =>
    scheduling.timeZone === undefined
      ? instant
      : new Date(instant.getTime() + studyDayShiftMs(instant, scheduling.timeZone))
  const card = toFsrs(memory, at)
  const next = schedulerFor(scheduling).next(
    {
      ...card,
      due: moved(card.due),
      ...(card.last_review === undefined ? {} : { last_review: moved(card.last_review) }),
      seed: scheduling.seed,
    } as FsrsCard,
    moved(at),
    rating as Grade,
  ).card
  const waitMs = next.due.getTime() - moved(at).getTime()
  return {
    ...fromFsrs({ ...next, due: new Date(at.getTime() + waitMs), last_review: at }),
    firstReviewedAt: memory?.firstReviewedAt ?? at,
  }
}

/** When the card would be due after each grade, in the order of `ratings`. */
export function preview(
  memory: Memory | null,
  at: Date,
  scheduling: Scheduling = {},
): { rating: Rating; dueAt: Date }[] {
  return ratings.map((rating) => ({ rating, dueAt: review(memory, rating, at, scheduling).dueAt }))
}

/** The intervals in days of a new card that is graded Good whenever it falls due, six of them. */
export function intervalsWhenRecalled(scheduling: Scheduling): number[] {
  const intervals: number[] = []
  let at = new Date(0)
  let memory: Memory | null = null
  while (intervals.length < 6) {
    memory = review(memory, 3, at, scheduling)
    at = memory.dueAt
    if (!isInSteps(memory)) intervals.push(memory.intervalDays)
  }
  return intervals
}

/**
 * How likely the card is recalled at an instant, by the model: 1 at its last review, 0.9 once its stability has passed.
 *
 * @param parameters those by which the memory came about; how fast recall falls is one of them
 */
export function recallProbability(
  memory: Pick<Memory, 'stability' | 'lastReviewedAt'>,
  at: Date,
  parameters: readonly number[] = usualParameters,
): number {
  const elapsedDays = Math.max(0, at.getTime() - memory.lastReviewedAt.getTime()) / dayMs
  return schedulerFor({ parameters }).forgetting_curve(elapsedDays, memory.stability)
}

/** Whether a card is in its learning or relearning steps. */
export function isInSteps(memory: Pick<Memory, 'phase'>): boolean {
  return memory.phase !== State.Review
}

/** One for every retention in use, with and without variation, since making one costs as much as several reviews. */
const schedulers = new WeakMap<readonly number[], Map<string, FSRS>>()

function schedulerFor({
  desiredRetention = desiredRetentions.usual,
  seed,
  parameters = usualParameters,
}: Scheduling): FSRS {
  const { least, most } = desiredRetentions
  if (!(desiredRetention >= least && desiredRetention <= most)) {
    throw new RangeError(`desiredRetention: expected a number from ${least} to ${most}, found ${desiredRetention}.`)
  }
  const isVaried = seed !== undefined
  const key = `${desiredRetention} ${isVaried}`
  const ofParameters = schedulers.get(parameters) ?? new Map<string, FSRS>()
  schedulers.set(parameters, ofParameters)
  const scheduler = ofParameters.get(key) ?? makeScheduler(desiredRetention, isVaried, parameters)
  ofParameters.set(key, scheduler)
  return scheduler
}

/** FSRS-6; steps and longest interval as Anki's users know them. */
function makeScheduler(desiredRetention: number, isVaried: boolean, parameters: readonly number[]): FSRS {
  if (!areParameters(parameters)) {
    throw new RangeError(`parameters: expected ${usualParameters.length} numbers, found ${JSON.stringify(parameters)}.`)
  }
  const scheduler = fsrs(
    generatorParameters({
      w: parameters,
      request_retention: desiredRetention,
      maximum_interval: maximumIntervalDays,
      learning_steps: ['1m', '10m'],
      relearning_steps: ['10m'],
      enable_short_term: true,
      enable_fuzz: isVaried,
    }),
  )
  // By itself ts-fsrs seeds with the time of the review, under which a preview would not show what a grade leads to.
  // biome-ignore lint/correctness/useHookAtTopLevel: a strategy of ts-fsrs, no hook of React
  return scheduler.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('seed'))
}

function toFsrs(memory: Memory | null, at: Date): FsrsCard {
  const empty = createEmptyCard(at)
  if (memory === null) return empty
  return {
    ...empty,
    due: memory.dueAt,
    stability: memory.stability,
    difficulty: memory.difficulty,
    state: memory.phase,
    learning_steps: memory.learningStep,
    scheduled_days: memory.intervalDays,
    reps: memory.reps,
    lapses: memory.lapses,
    last_review: memory.lastReviewedAt,
  }
}

function fromFsrs(card: FsrsCard): Omit<Memory, 'firstReviewedAt'> {
  // ts-fsrs adds a day for Good and for Easy, to keep them apart from Hard, after it has cut at the longest interval.
  const excessDays = Math.max(0, card.scheduled_days - maximumIntervalDays)
  return {
    dueAt: new Date(card.due.getTime() - excessDays * dayMs),
    stability: card.stability,
    difficulty: card.difficulty,
    phase: card.state,
    learningStep: card.learning_steps,
    intervalDays: card.scheduled_days - excessDays,
    reps: card.reps,
    lapses: card.lapses,
    lastReviewedAt: card.last_review as Date,
  }
}
