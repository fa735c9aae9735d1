import path from 'node:path'
import { projectRoot } from './paths.ts'

/** The databases Rapporteur runs on. */
export type Dialect = 'sqlite' | 'postgresql'

/** The dialect a database URL names, or undefined when it names none we know. */
export function dialectOf(databaseUrl: string): Dialect | undefined {
  if (databaseUrl.startsWith('file:')) return 'sqlite'
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return 'postgresql'
  return undefined
}

/** The absolute path of a SQLite database, given its `file:` URL. A relative one starts at the project's folder. */
export function sqliteFile(databaseUrl: string): string {
  return path.resolve(projectRoot, databaseUrl.replace(/^file:(\/\/)?/, ''))
}

/** A database URL as it may be shown or logged: without user name, password and options. */
export function shownUrl(databaseUrl: string): string {
  return databaseUrl.replace(/\/\/.*@/, '//').replace(/\?.*/, '')
}
