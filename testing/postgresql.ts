import pg from 'pg'

/** Runs one statement from outside the database that a URL names, as statements on whole databases must be. */
export async function administer(url: string, statement: string): Promise<void> {
  const outside = new URL(url)
  outside.pathname = 'postgres'
  const client = new pg.Client({ connectionString: outside.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
