import { expect, it } from 'vitest'
import { inOrder, type Model, readDataModel } from './data-model.ts'

const models = readDataModel()

it('puts every table after those that it refers to, and knows the key of each', () => {
  for (const [index, { refersTo, key, columns }] of models.entries()) {
    const earlier = models.slice(0, index).map(({ name }) => name)
    for (const { model } of refersTo) expect(earlier).toContain(model)
    expect(key.length).toBeGreaterThan(0)
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...key]))
  }
  expect(models.find(({ name }) => name === 'CardState')?.key).toEqual(['learnerId', 'cardId'])
})

it('says which tables refer to each other', () => {
  const model = (name: string, ...refersTo: string[]): Model => ({
    name,
    columns: [],
    key: [],
    refersTo: refersTo.map((model) => ({ model, columns: [], toColumns: [], onDelete: undefined })),
  })
  expect(inOrder([model('Chapter', 'Book'), model('Book')]).map(({ name }) => name)).toEqual(['Book', 'Chapter'])
  expect(() => inOrder([model('Egg', 'Hen'), model('Hen', 'Egg'), model('Nest')])).toThrow(/Egg, Hen refer to each/)
})

it('has no table whose ids the database counts, since they would begin anew after a backup is restored', () => {
  expect(models.flatMap(({ columns }) => columns.filter(({ isCounted }) => isCounted))).toEqual([])
})
