import pg from 'pg'

/** A database that has grown beyond this is slower to empty than to copy. */
const largestBytes = 20_000_000

/** Runs one statement from outside the database that a URL names, as statements on whole databases must be. */
export async function administer(url: string, statement: string): Promise<void> {
  const outside = new URL(url)
  outside.pathname = 'postgres'
  await connected(outside.href, (client) => client.query(statement))
}

/** Drops a database and its copies, whose names begin as its own does. */
export async function dropWithCopies(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  const outside = new URL(url)
  outside.pathname = 'postgres'
  await connected(outside.href, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [name],
    )
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`)
  })
}

/**
 * Ends whatever still goes on in a copy of a database, and deletes every row. Returns whether it is now as the copy was,
 * which it is not if more than rows has changed or if it has grown large.
 */
export async function emptyPostgresql(url: string, template: string): Promise<boolean> {
  const shape = await shapeOf(template)
  return connected(url, async (client) => {
    await client.query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`)
    if ((await readShape(client)) !== shape) return false
    const { rows } = await client.query<{ table: string }>(`
      SELECT quote_ident(tablename) AS table FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`)
    // In one statement, after which alone it is asked whether rows still refer to others, the order does not matter.
    const deletions = rows.map(({ table }, index) => `deletion_${index} AS (DELETE FROM ${table})`)
    await client.query(`WITH ${deletions.join(', ')} SELECT`)
    return true
  })
}

const shapes = new Map<string, Promise<string>>()

/** The shape of a template, which does not change. */
function shapeOf(template: string): Promise<string> {
  const shape = shapes.get(template) ?? connected(template, readShape)
  shapes.set(template, shape)
  return shape
}

/** What is otherwise once tables, columns, constraints, functions or triggers were made or dropped, or migrations noted. */
async function readShape(client: pg.Client): Promise<string> {
  const counts = ['pg_class', 'pg_constraint', 'pg_proc', 'pg_trigger']
    .map((catalog) => `SELECT '${catalog}' AS of, count(*), max(oid::bigint) FROM ${catalog}`)
    .concat(
      "SELECT 'columns', count(*), 0 FROM pg_attribute",
      "SELECT 'migrations', count(finished_at), 0 FROM _prisma_migrations",
      `SELECT 'large', count(*), 0 WHERE pg_database_size(current_database()) > ${largestBytes}`,
    )
  const { rows } = await client.query(counts.join(' UNION ALL '))
  return JSON.stringify(rows)
}

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
