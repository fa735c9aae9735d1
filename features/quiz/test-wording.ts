import { formLetter } from './form-letter.ts'
import { formSize, type TestDefinition } from './test-definition.ts'

/** A test in a line: "30 questions, 40 minutes, forms A to D". */
export function testFacts(test: TestDefinition): string {
  const minutes = test.minutes === null ? 'no time limit' : `${test.minutes} minutes`
  return `${formSize(test)} questions, ${minutes}, forms A to ${formLetter(test.forms)}`
}

/** Under which terms a test is taken, in sentences. */
export function testTerms(test: TestDefinition): string[] {
  const { minutes, navigation, whenTimeIsUp, graceSeconds, withCertainty, itemsPerPage } = test
  const pages = Math.ceil(formSize(test) / itemsPerPage)
  return [
    pages === 1 ? `${formSize(test)} questions on one page.` : `${formSize(test)} questions on ${pages} pages.`,
    ...(pages === 1
      ? []
      : navigation === 'free'
        ? ['You may go back and forth, and change an answer until you hand in.']
        : ['The pages come one after the other: there is no way back to one that you have left.']),
    ...(minutes === null
      ? ['There is no time limit.']
      : [`You have ${minutes} minutes. The clock starts when you begin, and goes on when you leave.`]),
    ...(minutes === null ? [] : [timeUpTerms[whenTimeIsUp](Math.ceil(graceSeconds / 60))]),
    ...(withCertainty
      ? ['You say how sure you are of each answer, and see afterwards how well you judge yourself.']
      : []),
    'Every answer is saved as you give it. What went well and what did not comes when you have handed in.',
  ]
}

const timeUpTerms: Record<TestDefinition['whenTimeIsUp'], (graceMinutes: number) => string> = {
  submit: () => 'When time is up, what you have answered is handed in by itself.',
  grace: (minutes) =>
    `When time is up nothing can be changed any more, and you have ${minutes} minutes to hand in; otherwise it does not count.`,
  abandon: () => 'Hand in before time is up: otherwise it does not count.',
}
