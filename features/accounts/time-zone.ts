import { IANAZone } from 'luxon'
import { z } from 'zod'

/** An IANA time zone name that this machine knows, such as Europe/Lisbon. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine((name) => IANAZone.isValidZone(name), {
    message: 'expected an IANA time zone such as Europe/Lisbon',
  })
