import { spawn } from 'node:child_process'

/** Runs one of our scripts on a database, with what is typed on standard input, and returns how it ended and what it said. */
export function runTyping(
  script: string,
  args: readonly string[],
  { databaseUrl, typed = '' }: { databaseUrl: string; typed?: string },
): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], { env })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  child.stdin.end(typed)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}
