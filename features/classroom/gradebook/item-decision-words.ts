import type { ItemDecisionKind } from './item-decision.ts'

/** What can be decided about a question, as people know it. */
export const decisionWords: Record<ItemDecisionKind, { name: string; means: string; done: string; toLearner: string }> =
  {
    'full-marks': {
      name: 'Full marks for all',
      means: 'whoever was asked it earns the point, answered or not',
      done: 'Voided, full marks for all',
      toLearner: 'A question was voided: you have full marks for it.',
    },
    'left-out': {
      name: 'Leave it out',
      means: 'it neither earns nor costs anything, and the points possible are one fewer',
      done: 'Left out',
      toLearner: 'A question was left out: it neither earns nor costs you anything.',
    },
    regraded: {
      name: 'Grade anew',
      means: 'answers are graded by the question as it is now',
      done: 'Graded anew',
      toLearner: 'A question was corrected, and your answer graded anew.',
    },
  }
