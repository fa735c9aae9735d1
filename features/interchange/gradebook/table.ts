import { cellWords, shownPoints } from '@/features/classroom/gradebook/cell-words.ts'
import { unpackCell } from '@/features/classroom/gradebook/packed-cell.ts'
import type { GradebookSheet } from '@/features/classroom/gradebook/sheet.ts'

/** A gradebook as a spreadsheet has it: the names of the columns, then a row for each learner. */
export interface GradebookTable {
  columns: string[]
  rows: (string | number | null)[][]
}

/** The table of a gradebook: points as numbers, the points possible, and in words how it stands. */
export function tableOf({ assignments, groups, learners }: GradebookSheet): GradebookTable {
  const ofAssignments = assignments.flatMap(({ title }) => [
    `${title}: points`,
    `${title}: possible`,
    `${title}: state`,
  ])
  return {
    columns: ['Name', 'Groups', 'Total in percent', ...ofAssignments].map(asText),
    rows: learners.map(({ name, groups: own, total, dropped, cells }) => [
      asText(name),
      asText(own.map((place) => groups[place]?.name ?? '').join(', ')),
      total,
      ...assignments.flatMap(({ ofPoints }, place) => {
        const cell = unpackCell(cells[place] ?? 0, ofPoints)
        const words = [
          ...(cell.state === 'finished' ? ['handed in'] : []),
          ...cellWords(cell),
          ...(dropped.includes(place) ? ['dropped'] : []),
        ]
        return [shownPoints(cell), cell.ofPoints, words.join(', ')]
      }),
    ]),
  }
}

/**
 * A spreadsheet takes a text that begins with one of these for something to compute, now or once somebody has edited the
 * cell; an apostrophe before it keeps it a text. The wide forms count alike in some.
 */
function asText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
