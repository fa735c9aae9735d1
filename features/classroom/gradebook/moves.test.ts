import { expect, it } from 'vitest'
import type { Grade } from './grade.ts'
import { movesOf } from './moves.ts'

const grade = (points: number | null, ofPoints = 10): Grade => ({
  state: points === null ? 'in-progress' : 'finished',
  points,
  ofPoints,
  isLate: false,
  attempts: 1,
  attemptId: null,
  handedInAt: null,
})
const decided = { points: null, isExcused: false, comment: '' }

it('names whose grade moves from what to what, and nobody else', () => {
  const before = new Map([
    ['ben', grade(4)],
    ['ada', grade(7)],
    ['cleo', grade(0.1 + 0.2)],
    ['dan', grade(null)],
  ])
  const after = new Map([
    ['ben', grade(4, 9)],
    ['ada', grade(8)],
    ['cleo', grade(0.3)],
    ['dan', grade(null)],
  ])
  expect(movesOf(before, after, new Map())).toEqual([
    { accountId: 'ada', from: { points: 7, ofPoints: 10 }, to: { points: 8, ofPoints: 10 } },
    { accountId: 'ben', from: { points: 4, ofPoints: 10 }, to: { points: 4, ofPoints: 9 } },
  ])
})

it('leaves what a teacher has set or excused, but not what was only commented on', () => {
  const accounts = ['set', 'excused', 'commented']
  const [before, after] = [3, 4].map((points) => new Map(accounts.map((id) => [id, grade(points)])))
  const decisions = new Map([
    ['set', { ...decided, points: 0 }],
    ['excused', { ...decided, isExcused: true }],
    ['commented', { ...decided, comment: 'Well done.' }],
  ])
  const moves = movesOf(before ?? new Map(), after ?? new Map(), decisions)
  expect(moves.map(({ accountId }) => accountId)).toEqual(['commented'])
})
