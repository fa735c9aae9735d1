import { z } from 'zod'

/** What somebody is called, by their own choice. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, { message: 'Write the name that others should see.' })
  .max(80, { message: 'A name has at most 80 characters.' })
