import { expect, it } from 'vitest'
import { cellFigure, cellWords, percentText } from './cell-words.ts'
import type { Cell } from './gradebook.ts'

const cell: Cell = {
  state: 'finished',
  points: 8.25,
  ofPoints: 10,
  isLate: false,
  isExcused: false,
  isSet: false,
  hasComment: false,
  isClosed: false,
}

it('says of a grade in time only what it is', () => {
  expect(cellFigure(cell)).toBe('8.25 / 10')
  expect(cellWords(cell)).toEqual([])
})

it('says in words what else there is to a grade', () => {
  expect(cellWords({ ...cell, isLate: true, isSet: true, hasComment: true })).toEqual([
    'set by hand',
    'late',
    'comment',
  ])
  expect(cellWords({ ...cell, isExcused: true })).toEqual(['excused'])
})

it('tells what was not begun from what was not handed in, which is zero', () => {
  const open: Cell = { ...cell, state: 'not-begun', points: null }
  expect([cellFigure(open), ...cellWords(open)]).toEqual(['–', 'not begun'])
  const closed = { ...open, isClosed: true }
  expect([cellFigure(closed), ...cellWords(closed)]).toEqual(['0 / 10', 'not handed in'])
  expect(cellWords({ ...open, state: 'in-progress' })).toEqual(['begun'])
  expect(cellWords({ ...open, state: 'abandoned' })).toEqual(['time ran out'])
})

it('writes a total in percent', () => {
  expect(percentText(87.54)).toBe('87.5 %')
  expect(percentText(null)).toBe('–')
})
