import type { Transaction } from '@/lib/database.ts'
import { tableOf } from '@/lib/table.ts'
import { type Column, type Model, readDataModel } from '@/scripts/data-model.ts'

/**
 * Writes rows to every table of the schema, also to those that come with later versions: the row of a number refers to
 * the rows of that number. What is optional is there in two rows of three.
 *
 * @param numbers one row of each table for each of them
 */
export async function fillEveryTable(tx: Transaction, numbers: readonly number[]): Promise<void> {
  const models = readDataModel()
  for (const model of models) {
    await tableOf(tx, model.name).createMany({ data: numbers.map((number) => rowOf(models, model, number)) })
  }
}

/** The id that the row of a number has in a table with one key. */
export function filledId(model: string, number: number): string {
  return `${model} ${number}`
}

function rowOf(models: readonly Model[], model: Model, number: number): Record<string, unknown> {
  const values = model.columns.map((column) => [column.name, storedValue(models, model, column, number)])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** A column that refers to another table has what is there in the row of the same number. */
function storedValue(models: readonly Model[], model: Model, column: Column, number: number): unknown {
  const reference = model.refersTo.find(({ columns }) => columns.includes(column.name))
  if (reference !== undefined) {
    const there = models.find(({ name }) => name === reference.model)
    const name = reference.toColumns[reference.columns.indexOf(column.name)]
    const columnThere = there?.columns.find((one) => one.name === name)
    if (there === undefined || columnThere === undefined)
      throw new Error(`${model.name}.${column.name} refers to nothing.`)
    return storedValue(models, there, columnThere, number)
  }
  if (model.key.length === 1 && model.key[0] === column.name) return filledId(model.name, number)
  return filledValue(model, column, number)
}

function filledValue({ name: model }: Model, { name, type, isRequired }: Column, number: number): unknown {
  if (!isRequired && number % 3 === 0) return undefined
  switch (type) {
    case 'String':
      return `${model}.${name} ${number} “Côte d’Ivoire” \u{1F54A}\n`
    case 'Int':
      return number
    case 'BigInt':
      return BigInt(number) * 9_007_199_254_740_993n
    case 'Float':
      return number / 7
    case 'Boolean':
      return number % 2 === 0
    case 'DateTime':
      return new Date(Date.UTC(2026, 0, 1, 0, 0, number, 1 + (number % 900)))
    case 'Json':
      return { number, blank: null, nested: ['b', { ä: 0.1 }] }
    case 'Bytes':
      return new Uint8Array([0, number % 256, 255])
    default:
      throw new Error(`Give testing/fill.ts a value for columns of the type ${type}, such as ${model}.${name}.`)
  }
}
