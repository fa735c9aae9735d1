import { cellWords, shownPoints } from '@/features/classroom/gradebook/cell-words.ts'
import { unpackCell } from '@/features/classroom/gradebook/packed-cell.ts'
import type { GradebookSheet } from '@/features/classroom/gradebook/sheet.ts'
import { asText, type Spreadsheet } from '../spreadsheet/spreadsheet.ts'

/** The table of a gradebook: points as numbers, the points possible, and in words how it stands. */
export function tableOf({ assignments, groups, learners }: GradebookSheet): Spreadsheet {
  const ofAssignments = assignments.flatMap(({ title }) => [
    `${title}: points`,
    `${title}: possible`,
    `${title}: state`,
  ])
  return {
    title: 'Gradebook',
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
