import { type Foreseen, foresee, type Prediction, predictionOf } from './foreseeing.ts'
import type { TrainingItem, TrainingReview } from './training.ts'

/** What there is on this machine is not what it takes to fit parameters. */
export class NoOptimizer extends Error {}

/** As many times a share of the cards is left out, to be predicted from what the rest says. */
const folds = 5

/**
 * Fits the parameters of FSRS-6 to reviews, and tells how well they and those before predict reviews of cards that were
 * left out of the fitting, a fifth at a time: what was fitted to is always predicted well. Fits on threads of its own.
 * Under eight items the parameters are the usual ones, and under 64 only the first intervals are fitted.
 *
 * @throws NoOptimizer where the optimizer has no build for this machine
 */
export async function fitParameters(
  items: readonly TrainingItem[],
  before: readonly number[],
): Promise<{ parameters: number[]; predictedBefore: Prediction; predictedAfter: Prediction; recalledShare: number }> {
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await loadBinding()
  // Making one costs more than anything else done here, and many are alike.
  const made = new Map<string, InstanceType<typeof FSRSBindingReview>>()
  const reviewOf = ({ rating, deltaDays }: TrainingReview) => {
    const key = `${rating} ${deltaDays}`
    const review = made.get(key) ?? new FSRSBindingReview(rating, deltaDays)
    made.set(key, review)
    return review
  }
  const train = async (to: readonly TrainingItem[]) => {
    // One relearning step, as the scheduler has it.
    const options = { enableShortTerm: true, numRelearningSteps: 1 }
    const parameters = await computeParameters(
      to.map(({ reviews }) => new FSRSBindingItem(reviews.map(reviewOf))),
      options,
    )
    // It reckons with fewer digits than it returns.
    return parameters.map((one) => Math.round(one * 1e4) / 1e4)
  }
  const foldOf = new Map(
    [...new Set(items.map(({ cardId }) => cardId))].map((cardId, index) => [cardId, index % folds]),
  )
  const [foreseenBefore, foreseenAfter]: [Foreseen[], Foreseen[]] = [[], []]
  for (let fold = 0; fold < folds; fold += 1) {
    const left = items.filter(({ cardId }) => foldOf.get(cardId) === fold)
    const fitted = await train(items.filter(({ cardId }) => foldOf.get(cardId) !== fold))
    foreseenBefore.push(...foresee(left, before))
    foreseenAfter.push(...foresee(left, fitted))
  }
  return {
    parameters: await train(items),
    predictedBefore: predictionOf(foreseenBefore),
    predictedAfter: predictionOf(foreseenAfter),
    recalledShare: foreseenBefore.filter(({ isRecalled }) => isRecalled).length / foreseenBefore.length,
  }
}

/** Loaded where it is used, as some machines have none. */
async function loadBinding() {
  try {
    return await import('@open-spaced-repetition/binding')
  } catch (error) {
    throw new NoOptimizer('The optimizer cannot be loaded here.', { cause: error })
  }
}
