/** Checks the environment before anything slow is done with it; part of `npm start`. */
import { env } from '../lib/env.ts'

try {
  void env().AUTH_SECRET
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
