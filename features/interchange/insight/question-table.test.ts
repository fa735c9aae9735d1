import { expect, it } from 'vitest'
import { reportOf } from '@/features/classroom/insight/form-report.ts'
import { makeMatrix } from '@/testing/marks.ts'
import { questionTable } from './question-table.ts'

it('has a row for each question, figures as numbers, and nothing where there are too few', () => {
  const marks = Array.from({ length: 24 }, (_, index) => [index % 2, index % 3 === 0 ? 1 : 0, (index + 1) % 2])
  const matrix = makeMatrix(marks)
  const { columns, rows } = questionTable([reportOf({ testId: 'made', form: 2, matrix })], { 'made-1': '=SUM(A1)' })
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row).toHaveLength(columns.length)
  const first = rows.find((row) => row[1] === "'=SUM(A1)")
  expect(first?.slice(0, 4)).toEqual(['B', "'=SUM(A1)", 24, 50])
  const few = questionTable([reportOf({ testId: 'made', form: 1, matrix: makeMatrix([[1, 0]]) })], {})
  expect(few.rows[0]?.slice(3, 6)).toEqual([null, null, null])
})
