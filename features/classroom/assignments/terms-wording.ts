import { Duration } from 'luxon'
import { penaltyRule } from '@/features/quiz/adaptive-wording.ts'
import { timeText } from './local-time.ts'
import type { Settings } from './settings.ts'
import type { OverrideTerms, Terms } from './terms.ts'

/** "1 hour and 30 minutes". */
export function durationText(seconds: number): string {
  return Duration.fromObject({ seconds }, { locale: 'en-GB' }).rescale().toHuman({ listStyle: 'long' })
}

const gradeMethods: Record<Settings['gradeMethod'], string> = {
  highest: 'the highest counts',
  average: 'their average counts',
  first: 'the first counts',
  last: 'the last counts',
}

/** Under which terms a quiz is taken, in sentences for whoever takes it. */
export function termsInWords(settings: Settings, terms: Terms, questions: number): string[] {
  const { navigation, itemsPerPage, behaviour, penalty, withCertainty, delaySeconds } = settings
  const pages = behaviour === 'immediate-feedback' ? 1 : Math.ceil(questions / itemsPerPage)
  return [
    pages === 1 ? `${questionsText(questions)}.` : `${questionsText(questions)} on ${pages} pages.`,
    ...(behaviour === 'immediate-feedback'
      ? ['Each answer is explained as you give it, and the first one stands.']
      : [
          ...(behaviour === 'adaptive' ? [penaltyRule(penalty)] : []),
          ...(pages > 1 && navigation === 'sequential'
            ? ['The pages come one after the other: there is no way back to one that you have left.']
            : behaviour === 'adaptive'
              ? []
              : ['You may change an answer until you hand in.']),
        ]),
    ...(behaviour === 'adaptive'
      ? ['An answer that you have not checked when you hand in is graded as a try then.']
      : []),
    ...limitInWords(settings, terms),
    attemptsInWords(settings, terms),
    ...(delaySeconds > 0 && terms.attempts !== 1
      ? [`Between two attempts you wait ${durationText(delaySeconds)}.`]
      : []),
    ...(withCertainty ? ['You say how sure you are of each answer, and see how well you judge yourself.'] : []),
    ...latenessInWords(settings, terms),
    'Every answer is saved as you give it.',
  ]
}

/** "1 question", "12 questions". */
export function questionsText(count: number): string {
  return count === 1 ? '1 question' : `${count} questions`
}

/** What the terms of a learner have that those of the others have not, in a sentence for them; nothing where they are the same. */
export function differenceInWords(terms: Terms, common: Terms, timeZone: string): string | null {
  const time = (name: 'opensAt' | 'dueAt' | 'closesAt', at: string, none: string) => {
    const instant = terms[name]
    if (instant?.getTime() === common[name]?.getTime()) return []
    return [instant === null ? none : `${at} on ${timeText(instant, timeZone)}`]
  }
  const parts = [
    ...(terms.extraSeconds > 0 ? [`you have ${durationText(terms.extraSeconds)} more`] : []),
    ...time('opensAt', 'it opens', 'it is open already'),
    ...time('dueAt', 'it is due', 'it has no due time'),
    ...time('closesAt', 'it closes', 'it does not close'),
    ...(terms.attempts === common.attempts
      ? []
      : [terms.attempts === 0 ? 'you may try as often as you like' : `you have ${terms.attempts} attempts`]),
  ]
  return parts.length === 0 ? null : `For you: ${new Intl.ListFormat('en-GB').format(parts)}.`
}

/** Other terms, for those who teach. */
export function overrideInWords(terms: OverrideTerms, timeZone: string): string[] {
  const time = (name: string, none: string, instant: Date | null | undefined) =>
    instant === undefined ? [] : [instant === null ? none : `${name} ${timeText(instant, timeZone)}`]
  return [
    ...time('Opens', 'Open at once', terms.opensAt),
    ...time('Due', 'No due time', terms.dueAt),
    ...time('Closes', 'No close', terms.closesAt),
    ...(terms.attempts === undefined
      ? []
      : [terms.attempts === 0 ? 'Any number of attempts' : `Attempts: ${terms.attempts}`]),
    ...(terms.extraMinutes === undefined ? [] : [`${durationText(terms.extraMinutes * 60)} more`]),
  ]
}

function limitInWords(
  { whenTimeIsUp, graceSeconds }: Settings,
  { timeLimitSeconds, extraSeconds, closesAt }: Terms,
): string[] {
  if (timeLimitSeconds === null) {
    return [
      'There is no time limit.',
      ...(closesAt === null ? [] : ['What is there when it closes is handed in by itself.']),
    ]
  }
  const extra = extraSeconds > 0 ? `, ${durationText(extraSeconds)} of them extra for you` : ''
  const cut = closesAt === null ? '' : ' It ends at the close at the latest.'
  const ends: Record<Settings['whenTimeIsUp'], string> = {
    submit: 'When time is up, what you have answered is handed in by itself.',
    grace: `When time is up nothing can be changed any more, and you have ${durationText(graceSeconds)} to hand in; otherwise it does not count.`,
    abandon: 'Hand in before time is up: otherwise it does not count.',
  }
  return [
    `You have ${durationText(timeLimitSeconds)}${extra}. The clock starts when you begin, and goes on when you leave.${cut}`,
    ends[whenTimeIsUp],
  ]
}

function attemptsInWords({ gradeMethod }: Settings, { attempts }: Terms): string {
  if (attempts === 1) return 'You have one attempt.'
  const many = attempts === 0 ? 'You may try as often as you like' : `You have ${attempts} attempts`
  return `${many}; ${gradeMethods[gradeMethod]}.`
}

function latenessInWords({ latePercentPerDay, latePercentAtMost }: Settings, { dueAt }: Terms): string[] {
  if (dueAt === null || latePercentPerDay === 0) return []
  const most = latePercentAtMost < 100 ? `, and at most ${latePercentAtMost} %` : ''
  return [`What is handed in late loses ${latePercentPerDay} % of the points for each day begun${most}.`]
}
