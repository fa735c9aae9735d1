import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import { type Dialect, dialectOf, sqliteFile } from '../lib/database-url.ts'
import { projectRoot } from '../lib/paths.ts'

const noFilter = { externalTables: [], externalEnums: [] }

/** Where the migrations of a dialect are kept. */
export function migrationsDir(dialect: Dialect): string {
  return path.join(projectRoot, 'prisma/migrations', dialect)
}

/** The schema of a dialect, as scripts/generate-clients.ts leaves it. */
function schemaOf(dialect: Dialect) {
  const file = dialect === 'sqlite' ? 'prisma/schema.prisma' : 'generated/schema.postgresql.prisma'
  return { path: file, content: readFileSync(path.join(projectRoot, file), 'utf8') }
}

/**
 * Prisma's own schema engine as WebAssembly, on one database. The native one would have to be downloaded; this one comes
 * from npm, and keeps the same `_prisma_migrations` table.
 */
export class MigrationEngine {
  private constructor(
    private readonly dialect: Dialect,
    private readonly engine: wasm.SchemaEngine,
    private readonly connections: SqlDriverAdapter[],
  ) {}

  static async open(dialect: Dialect, adapter: SqlMigrationAwareDriverAdapterFactory): Promise<MigrationEngine> {
    instantiate()
    const { path: file, content } = schemaOf(dialect)
    const connections: SqlDriverAdapter[] = []
    const bound = bindMigrationAwareSqlAdapterFactory({
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      connectToShadowDb: () => adapter.connectToShadowDb(),
      connect: async () => {
        const connection = await adapter.connect()
        connections.push(connection)
        return connection
      },
    })
    const engine = await wasm.SchemaEngine.new({ datamodels: [[file, content]] }, () => {}, bound)
    return new MigrationEngine(dialect, engine, connections)
  }

  /** Applies what the database lacks, in order, and returns the names; up to the last, unless an earlier one is named. */
  async apply(upTo?: string): Promise<string[]> {
    const migrationsList = listMigrations(this.dialect, upTo)
    const { appliedMigrationNames } = await this.engine.applyMigrations({ migrationsList, filters: noFilter })
    return appliedMigrationNames
  }

  /** The SQL that leads from the database as it is to the schema as it is written, or undefined when they agree. */
  async difference(): Promise<string | undefined> {
    const files = [schemaOf(this.dialect)]
    const { exitCode, stdout } = await this.engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: projectRoot },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: noFilter,
    })
    return exitCode === 2 && stdout !== null ? stdout : undefined
  }

  /** The engine locks the database and leaves its connections open; only closing them lets anybody else in. */
  async close(): Promise<void> {
    this.engine.free()
    await Promise.all(this.connections.map((connection) => connection.dispose()))
  }
}

/**
 * Applies the migrations that a database lacks and returns their names. Creates a SQLite database that is not there.
 *
 * @param upTo the last migration to apply, for a database as an earlier version left it
 */
export async function deploy(databaseUrl: string, upTo?: string): Promise<string[]> {
  const dialect = dialectOf(databaseUrl)
  if (dialect === undefined) throw new Error(`No migrations exist for the database ${databaseUrl}.`)
  const adapter = adapterFor(dialect, databaseUrl)
  await tryConnecting(adapter)
  const engine = await MigrationEngine.open(dialect, adapter)
  try {
    return await engine.apply(upTo)
  } finally {
    await engine.close()
  }
}

function adapterFor(dialect: Dialect, databaseUrl: string): SqlMigrationAwareDriverAdapterFactory {
  if (dialect === 'postgresql') return new PrismaPg({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  const file = sqliteFile(databaseUrl)
  mkdirSync(path.dirname(file), { recursive: true })
  return new PrismaBetterSqlite3({ url: file })
}

/** The engine says no more than "external error" of most databases it can't open; their driver says what is wrong. */
async function tryConnecting(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<void> {
  const connection = await adapter.connect()
  try {
    await connection.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })
  } finally {
    await connection.dispose()
  }
}

function listMigrations(dialect: Dialect, upTo?: string) {
  const baseDir = migrationsDir(dialect)
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => upTo === undefined || name <= upTo)
    .sort()
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

let instantiated = false

/** The package leaves loading its .wasm file to a bundler; Node does it here, once. */
function instantiate(): void {
  if (instantiated) return
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(path.join(path.dirname(glue), 'schema_engine_bg.wasm'))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    './schema_engine_bg.js': wasm as unknown as WebAssembly.ModuleImports,
  })
  wasm.__wbg_set_wasm(exports)
  ;(exports.__wbindgen_start as () => void)()
  instantiated = true
}
