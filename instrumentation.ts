/** Runs once in each server, before it answers anything. */
export async function register(): Promise<void> {
  // The code of next dev and of the build's own processes leaves the database alone.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'production') return
  const { keepSweeping } = await import('./features/accounts/own-data/actions.ts')
  keepSweeping()
}
