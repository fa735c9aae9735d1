import { z } from 'zod'

/** What a class, or a group in it, is called. */
export const classNameSchema = z
  .string()
  .trim()
  .min(1, { message: 'Write a name.' })
  .max(80, { message: 'A name has at most 80 characters.' })
