import type { Figure } from '@/features/classroom/figure.ts'
import type { FormReport } from '@/features/classroom/insight/form-report.ts'
import { formLetter } from '@/features/quiz/form-letter.ts'
import { asText, type Spreadsheet } from '../spreadsheet/spreadsheet.ts'

const figureColumns = ['Facility', 'Discrimination', 'Efficiency', 'Standard deviation', 'Guessing', 'Effective weight']

/**
 * What an assigned quiz says of its questions, a row for each question of each form, the worst of a form first. Everything
 * but the number of attempts is in percent; a figure that there are too few for is empty.
 *
 * @param questions by item id
 */
export function questionTable(forms: readonly FormReport[], questions: Readonly<Record<string, string>>): Spreadsheet {
  return {
    title: 'Questions',
    columns: [
      'Form',
      'Question',
      'Met by',
      ...figureColumns.flatMap((name) => [name, `${name}: from`, `${name}: to`]),
      'To look at',
    ],
    rows: forms.flatMap(({ form, items }) =>
      items.map(({ statistics, weights, advice }) => [
        formLetter(form),
        asText(questions[statistics.item.id] ?? ''),
        statistics.attempts,
        ...[
          statistics.facilityIndex,
          statistics.discriminationIndex,
          statistics.discriminativeEfficiency,
          statistics.standardDeviation,
          statistics.randomGuessScore,
          weights?.effectiveWeight ?? null,
        ].flatMap(figureCells),
        asText(advice.map(({ text }) => text).join(' ')),
      ]),
    ),
  }
}

function figureCells(figure: Figure | null): (number | null)[] {
  if (figure?.kind !== 'value') return [null, null, null]
  const { value, interval } = figure
  return [rounded(value), interval && rounded(interval.from), interval && rounded(interval.to)]
}

/** More places than these no figure deserves. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
