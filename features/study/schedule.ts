import { createEmptyCard, type Card as FsrsCard, fsrs, type Grade, generatorParameters, State } from 'ts-fsrs'

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
  lastReviewedAt: Date
}

/** One grade in the log of one card. */
export interface GradedReview {
  rating: Rating
  reviewedAt: Date
}

// FSRS-6 with its own default weights; steps, retention and interval as Anki's users know them.
const scheduler = fsrs(
  generatorParameters({
    request_retention: 0.9,
    maximum_interval: 36_500,
    learning_steps: ['1m', '10m'],
    relearning_steps: ['10m'],
    enable_short_term: true,
    enable_fuzz: false,
  }),
)

/** The memory that a card's whole log leaves, reviews in order of time. Null for an empty log. */
export function replay(reviews: readonly GradedReview[]): Memory | null {
  return reviews.reduce<Memory | null>((memory, { rating, reviewedAt }) => review(memory, rating, reviewedAt), null)
}

/** The memory after one more review. */
export function review(memory: Memory | null, rating: Rating, at: Date): Memory {
  return fromFsrs(scheduler.next(toFsrs(memory, at), at, rating as Grade).card)
}

/** When the card would be due after each grade, in the order of `ratings`. */
export function preview(memory: Memory | null, at: Date): { rating: Rating; dueAt: Date }[] {
  return ratings.map((rating) => ({ rating, dueAt: review(memory, rating, at).dueAt }))
}

/** Whether a card is in its learning or relearning steps. */
export function isInSteps(memory: Pick<Memory, 'phase'>): boolean {
  return memory.phase !== State.Review
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

function fromFsrs(card: FsrsCard): Memory {
  return {
    dueAt: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    phase: card.state,
    learningStep: card.learning_steps,
    intervalDays: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    lastReviewedAt: card.last_review as Date,
  }
}
