import { formLetter } from './form-letter.ts'
import type { Plan } from './plan.ts'

/** What an attempt is called: "Quiz on “The veto”", "The whole record, form B", "Practice". */
export function attemptTitle(
  plan: Plan,
  titleOf: { lesson: (id: string) => string; test: (id: string) => string },
): string {
  switch (plan.kind) {
    case 'lesson':
      return `Quiz on “${titleOf.lesson(plan.lessonId)}”`
    case 'test':
      return `${titleOf.test(plan.testId)}, form ${formLetter(plan.form)}`
    case 'assignment':
      return plan.isPreview ? `Preview of “${plan.title}”` : plan.title
    case 'practice':
      return practiceTitles[plan.factIds.length > 0 ? 'again' : plan.focus]
  }
}

const practiceTitles = {
  mixed: 'Practice',
  wrong: 'Practice: what went wrong',
  unseen: 'Practice: not asked before',
  again: 'Practice: once more',
}
