import type { Database, Transaction } from './database.ts'

/** A row as Prisma reads and writes it. */
export type Row = Record<string, unknown>

/** What every table of Prisma's client can do, for what treats all tables alike. */
export interface Table {
  count(args?: { where: object }): Promise<number>
  findMany(args: { where: object; orderBy: object[]; take?: number }): Promise<Row[]>
  createMany(args: { data: Row[] }): Promise<{ count: number }>
  updateMany(args: { where: object; data: Row }): Promise<{ count: number }>
  deleteMany(args?: { where: object }): Promise<{ count: number }>
}

/** The table of a model, which Prisma's client names in lower case. */
export function tableOf(db: Database | Transaction, model: string): Table {
  const tables = db as unknown as Record<string, Table>
  return tables[model.charAt(0).toLowerCase() + model.slice(1)] as Table
}
