import type { Work } from '../assignments/work.ts'
import type { Gradebook } from './data.ts'
import { averageOf, cellOf, countedShare, isReleased, totalOf } from './gradebook.ts'
import { type PackedCell, packCell } from './packed-cell.ts'

/** Whether learners see what they earned in an assignment. */
export type Release = 'shown' | 'held' | 'scheduled'

/** A gradebook as it travels: small, as it may hold the grades of a thousand learners in fifty assignments. */
export interface GradebookSheet {
  dropLowest: number
  assignments: {
    id: string
    title: string
    kind: Work['kind']
    weight: number
    ofPoints: number
    release: Release
    /** Of what counts, of all who learn in the class and of accounts that are deleted since. */
    average: { percent: number; of: number } | null
    /** How many deleted accounts are in it. */
    ofDeleted: number
  }[]
  groups: { id: string; name: string }[]
  /** By name. */
  learners: {
    id: string
    name: string
    /** The places of their groups in the list of groups. */
    groups: number[]
    /** In percent. */
    total: number | null
    /** The places of the assignments that were dropped as lowest. */
    dropped: number[]
    /** One for each assignment. */
    cells: PackedCell[]
  }[]
  /** The mean total of those who learn in the class, in percent. */
  averageTotal: number | null
}

/** The sheet of a gradebook at an instant. */
export function sheetOf({ dropLowest, learners, groups, columns }: Gradebook, now: Date): GradebookSheet {
  const placeOfGroup = new Map(groups.map(({ id }, index) => [id, index]))
  const placeOfColumn = new Map(columns.map(({ assignment }, index) => [assignment.id, index]))
  const shares: (number | null)[][] = columns.map(({ ofDeleted }) =>
    ofDeleted.map((earned) => countedShare(cellOf(earned, null, false))),
  )
  const rows = learners.map(({ accountId, name, groupIds }) => {
    const cells = columns.map((column) => column.cellOf(accountId))
    const grades = cells.map((cell, index) => {
      const share = countedShare(cell)
      shares[index]?.push(share)
      const { id = '', weight = 0 } = columns[index]?.assignment ?? {}
      return { id, weight, share }
    })
    const { percent, dropped } = totalOf(grades, dropLowest)
    return {
      id: accountId,
      name,
      groups: groupIds.flatMap((id) => placeOfGroup.get(id) ?? []),
      total: rounded(percent),
      dropped: dropped.flatMap((id) => placeOfColumn.get(id) ?? []),
      cells: cells.map((cell, index) => packCell(cell, columns[index]?.ofPoints ?? 0)),
    }
  })
  return {
    dropLowest,
    assignments: columns.map(({ assignment, ofPoints, ofDeleted }, index) => {
      const average = averageOf(shares[index] ?? [])
      return {
        id: assignment.id,
        title: assignment.title,
        kind: assignment.work.kind,
        weight: assignment.weight,
        ofPoints,
        release: releaseOf(assignment, now),
        average: average === null ? null : { ...average, percent: rounded(average.percent) ?? 0 },
        ofDeleted: ofDeleted.filter(({ points }) => points !== null).length,
      }
    }),
    groups,
    learners: rows,
    averageTotal: rounded(averageOf(rows.map(({ total }) => (total === null ? null : total / 100)))?.percent ?? null),
  }
}

/** Whether learners see what they earned at an instant, or will by themselves. */
export function releaseOf(assignment: { holdsGrades: boolean; gradesReleasedAt: Date | null }, now: Date): Release {
  if (isReleased(assignment, now)) return 'shown'
  return assignment.gradesReleasedAt === null ? 'held' : 'scheduled'
}

function rounded(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * 100) / 100
}
