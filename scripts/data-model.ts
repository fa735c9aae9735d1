import { readFileSync } from 'node:fs'
import path from 'node:path'
import { get_dmmf as describeSchema } from '@prisma/prisma-schema-wasm'
import { projectRoot } from '../lib/paths.ts'

/** A table as prisma/schema.prisma declares it. */
export interface Model {
  name: string
  columns: readonly Column[]
  /** The columns of its primary key, in order. */
  key: readonly string[]
  refersTo: readonly Reference[]
}

export interface Column {
  name: string
  type: string
  isRequired: boolean
  /** Whether the database counts its values itself. */
  isCounted: boolean
}

/** Columns that hold the key of a row elsewhere. */
export interface Reference {
  model: string
  columns: readonly string[]
  /** The columns there that they hold, in the same order. */
  toColumns: readonly string[]
  onDelete: string | undefined
}

/** What we use of Prisma's own description of a schema (its "DMMF"). */
interface Described {
  datamodel: {
    models: {
      name: string
      primaryKey: { fields: string[] } | null
      fields: {
        name: string
        kind: 'scalar' | 'object' | 'enum' | 'unsupported'
        type: string
        isId: boolean
        isRequired: boolean
        default?: unknown
        relationFromFields?: string[]
        relationToFields?: string[]
        relationOnDelete?: string
      }[]
    }[]
  }
}

/** Every table of the schema, a table after those that it refers to. */
export function readDataModel(): Model[] {
  const file = 'prisma/schema.prisma'
  const schema = readFileSync(path.join(projectRoot, file), 'utf8')
  const described: Described = JSON.parse(describeSchema(JSON.stringify({ prismaSchema: [[file, schema]] })))
  return inOrder(described.datamodel.models.map(modelOf))
}

function modelOf({ name, primaryKey, fields }: Described['datamodel']['models'][number]): Model {
  return {
    name,
    columns: fields
      .filter(({ kind }) => kind !== 'object')
      .map(({ name, type, isRequired, default: given }) => ({
        name,
        type,
        isRequired,
        isCounted: (given as { name?: string } | undefined)?.name === 'autoincrement',
      })),
    key: primaryKey?.fields ?? fields.filter(({ isId }) => isId).map(({ name }) => name),
    refersTo: fields
      .filter(({ relationFromFields = [] }) => relationFromFields.length > 0)
      .map(({ type, relationFromFields = [], relationToFields = [], relationOnDelete }) => ({
        model: type,
        columns: relationFromFields,
        toColumns: relationToFields,
        onDelete: relationOnDelete,
      })),
  }
}

/** Puts each table after those that it refers to, so that rows can be written in this order and removed in the other. */
export function inOrder(models: readonly Model[]): Model[] {
  const ordered: Model[] = []
  const waiting = [...models].sort((a, b) => (a.name < b.name ? -1 : 1))
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ refersTo }) =>
      refersTo.every(({ model }) => ordered.some(({ name }) => name === model)),
    )
    if (next === -1) {
      throw new Error(
        `Tables are written after those they refer to, but ${waiting.map(({ name }) => name).join(', ')} refer to each other or to themselves: drop one of the references in prisma/schema.prisma.`,
      )
    }
    ordered.push(...waiting.splice(next, 1))
  }
  return ordered
}
