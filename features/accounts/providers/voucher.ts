import { z } from 'zod'
import type { ProviderId, Voucher } from './provider.ts'

/** What providers say of somebody, as far as it is used. Whatever is of another kind is taken for unsaid. */
const claimsSchema = z.object({
  email: z.email().nullish().catch(null),
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .nullish()
    .catch(null),
  /** Microsoft's claim that the owner of an address's domain vouches for it. Its `email` alone can be made up. */
  xms_edov: z.unknown().optional(),
  name: z.string().nullish().catch(null),
  preferred_username: z.string().nullish().catch(null),
  login: z.string().nullish().catch(null),
})

/** Somebody, from what a provider says of them. */
export function voucherOf(provider: ProviderId, subject: string, claims: unknown): Voucher {
  const said = claimsSchema.parse(claims ?? {})
  const email = said.email ?? null
  const name = said.name ?? said.preferred_username ?? said.login ?? email?.split('@')[0] ?? 'Learner'
  return {
    provider,
    subject,
    email,
    isEmailVerified: email !== null && isVerified(provider, said),
    name: name.slice(0, 80),
  }
}

function isVerified(provider: ProviderId, said: z.infer<typeof claimsSchema>): boolean {
  if (provider === 'entra') return [true, 1, '1', 'true'].includes(said.xms_edov as string)
  return said.email_verified === true || said.email_verified === 'true'
}

/** An address of somebody at GitHub, which tells of each whether it is verified. */
const githubEmailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/** The claims about an address that GitHub's list of somebody's addresses amounts to. */
export function claimsFromGithub(emails: unknown): { email?: string; email_verified?: boolean } {
  const list = githubEmailsSchema.safeParse(emails)
  const primary = list.success ? list.data.find((each) => each.primary) : undefined
  return primary === undefined ? {} : { email: primary.email, email_verified: primary.verified }
}
