/**
 * `npm run db:generate`: one Prisma client for each database, from the one schema. Does nothing when neither the schema,
 * nor Prisma, nor this file has changed since the last time.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../lib/paths.ts'

const generatedDir = path.join(projectRoot, 'generated')
const sqliteSchemaFile = path.join(projectRoot, 'prisma/schema.prisma')
const postgresqlSchemaFile = path.join(generatedDir, 'schema.postgresql.prisma')
const stampFile = path.join(generatedDir, 'prisma/stamp')

const sqliteSchema = readFileSync(sqliteSchemaFile, 'utf8')
const stamp = stampOf(sqliteSchema)

if (!isCurrent()) {
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(postgresqlSchemaFile, postgresqlSchema(sqliteSchema))
  await Promise.all([generate(sqliteSchemaFile), generate(postgresqlSchemaFile)])
  writeFileSync(stampFile, stamp)
}

function isCurrent(): boolean {
  const outputs = ['prisma/sqlite/client.ts', 'prisma/postgresql/client.ts', 'schema.postgresql.prisma']
  return (
    outputs.every((output) => existsSync(path.join(generatedDir, output))) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp
  )
}

function stampOf(schema: string): string {
  const { version } = createRequire(import.meta.url)('prisma/package.json') as { version: string }
  const self = readFileSync(import.meta.filename, 'utf8')
  return createHash('sha256').update([version, self, schema].join('\0')).digest('hex')
}

/** The same schema for PostgreSQL: the provider and the place of the client change, nothing else. */
function postgresqlSchema(schema: string): string {
  const changes = [
    ['provider = "sqlite"', 'provider = "postgresql"'],
    ['"../generated/prisma/sqlite"', '"./prisma/postgresql"'],
  ] as const
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`prisma/schema.prisma must contain ${from} exactly once.`)
    return text.replace(from, to)
  }, schema)
}

async function generate(schemaFile: string): Promise<void> {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', NO_COLOR: '1' }
  try {
    await promisify(execFile)(process.execPath, [prisma, 'generate', `--schema=${schemaFile}`], {
      cwd: projectRoot,
      env,
    })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    console.error(`${stdout}${stderr}`.trim())
    process.exit(1)
  }
}
