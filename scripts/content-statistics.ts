/**
 * Prints how every question does in tests, the worst first, from the database of DATABASE_URL: npm run content:statistics
 *
 * --json  everything as JSON, with what was chosen how often
 * --all   also answers to questions that the learner had met before
 */
import { listFinishedTestAttempts } from '@/features/classroom/insight/data.ts'
import { type FormReport, type ItemReport, reportOf } from '@/features/classroom/insight/form-report.ts'
import { worstFirst } from '@/features/classroom/item-advice.ts'
import { marksByForm } from '@/features/classroom/test-forms.ts'
import { formLetter } from '@/features/quiz/form-letter.ts'
import { toPublic } from '@/features/quiz/item.ts'
import { questionText } from '@/features/quiz/item-wording.ts'
import { openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { draftContent } from './content.ts'
import { columns, figureText } from './statistics-text.ts'

/** An item, with the form of the test that it stands in. */
type PlacedReport = ItemReport & Pick<FormReport, 'testId' | 'form'>

const { items } = draftContent()
const questions = new Map(items.map((item) => [item.id, questionText(toPublic(item))]))
const isJson = process.argv.includes('--json')
const counting = process.argv.includes('--all') ? 'all' : 'first encounters'

const db = openDatabase(env().DATABASE_URL)
try {
  const tests = marksByForm(await listFinishedTestAttempts(db), items, counting).map(reportOf)
  const all = tests.flatMap(({ testId, form, items: ofForm }) => ofForm.map((item) => ({ testId, form, ...item })))
  const reports = worstFirst(all.filter(({ statistics }) => statistics.facilityIndex.kind === 'value'))
  if (isJson) printJson(tests, reports)
  else if (tests.length === 0) console.log('Nobody has finished a test yet.')
  else {
    for (const test of tests) printTest(test)
    printItems(reports)
    const left = all.length - reports.length
    const omitted = left === 0 ? '' : ` Too few have answered the other ${left}.`
    console.log(`\n${reports.length} of ${all.length} questions.${omitted}`)
  }
} finally {
  await db.$disconnect()
}

function printJson(tests: readonly FormReport[], reports: readonly PlacedReport[]): void {
  const withoutMarks = tests.map(({ testId, form, attempts, statistics: { weights: _, ...statistics } }) => ({
    testId,
    form,
    attempts,
    ...statistics,
  }))
  const asked = reports.map((report) => ({ question: questions.get(report.statistics.item.id), ...report }))
  console.log(JSON.stringify({ counting, tests: withoutMarks, items: asked }, null, 2))
}

function printTest({ testId, form, attempts, statistics }: FormReport): void {
  const { wholeAttempts, mean, standardDeviation, coefficientOfInternalConsistency, errorRatio, standardError } =
    statistics
  console.log(`\n${testId}, form ${formLetter(form)}: ${attempts} attempts, ${wholeAttempts} of them whole`)
  for (const [name, figure] of [
    ['mean', mean],
    ['standard deviation', standardDeviation],
    ['skewness', statistics.skewness],
    ['kurtosis', statistics.kurtosis],
    ['internal consistency', coefficientOfInternalConsistency],
    ['error ratio', errorRatio],
    ['standard error', standardError],
  ] as const) {
    console.log(`  ${name.padEnd(22)}${figureText(figure, name === 'skewness' || name === 'kurtosis' ? 2 : 0)}`)
  }
}

function printItems(reports: readonly PlacedReport[]): void {
  console.log('\nIn percent, with intervals of 95 %; the worst first.')
  console.log(`${columns(['', 'n', 'facility', 'guess', 'SD', 'discrimination', 'efficiency', 'weight', 'effective'])}`)
  for (const { testId, form, statistics, weights, advice } of reports) {
    const { item, attempts } = statistics
    console.log(
      columns([
        item.id,
        String(attempts),
        figureText(statistics.facilityIndex),
        figureText(statistics.randomGuessScore),
        figureText(statistics.standardDeviation),
        figureText(statistics.discriminationIndex),
        figureText(statistics.discriminativeEfficiency),
        weights === null ? '' : weights.intendedWeight.toFixed(1),
        weights === null ? '' : figureText(weights.effectiveWeight, 1),
      ]),
    )
    console.log(`  ${testId}, form ${formLetter(form)}: ${questions.get(item.id) ?? ''}`)
    for (const { text } of advice) console.log(`  → ${text}`)
  }
}
