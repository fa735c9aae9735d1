import { describe, expect, it } from 'vitest'
import { type Model, readDataModel } from '@/scripts/data-model.ts'
import { holdings } from './privacy.ts'

const models = readDataModel()
const where = 'features/accounts/privacy.ts'

/** Whether the database removes a row along with its learner. */
function goesWithLearner({ name, refersTo }: Model): boolean {
  if (name === 'Learner') return true
  return refersTo.some(
    ({ model, onDelete }) =>
      onDelete === 'Cascade' && models.some((other) => other.name === model && goesWithLearner(other)),
  )
}

it('declares every table, and each once', () => {
  expect(
    holdings.map(({ model }) => model).sort(),
    `each model of prisma/schema.prisma has a declaration in ${where}`,
  ).toEqual(models.map(({ name }) => name).sort())
})

describe.each(models.map((model) => [model.name, model] as const))('%s', (name, model) => {
  const holding = holdings.find((holding) => holding.model === name)

  it('has each of its columns told in plain words', () => {
    expect(Object.keys(holding?.columns ?? {}).sort(), `the columns of ${name} in ${where}`).toEqual(
      model.columns.map(({ name }) => name).sort(),
    )
    for (const column of holding?.sortedBy ?? []) expect(Object.keys(holding?.columns ?? {})).toContain(column)
  })

  it('is removed with the learner where that is said, and only there', () => {
    expect(holding?.onDeletion.kind === 'removed').toBe(goesWithLearner(model))
    if (holding?.onDeletion.kind === 'removed') expect(holding.rowsOf).not.toBeNull()
  })
})
