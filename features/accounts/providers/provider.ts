/** Services through which somebody may sign in. */
export type ProviderId = 'oidc' | 'google' | 'entra' | 'github'

/** A provider that is set up, as a button names it. */
export interface ProviderChoice {
  id: ProviderId
  name: string
}

/** The variables that set providers up; the environment is checked to have all or none of each. */
export interface ProviderVariables {
  OIDC_ID?: string | undefined
  OIDC_NAME?: string | undefined
  GOOGLE_ID?: string | undefined
  ENTRA_ID?: string | undefined
  GITHUB_ID?: string | undefined
}

/** The providers that are set up, the school's own first. */
export function configuredProviders(variables: ProviderVariables): ProviderChoice[] {
  const { OIDC_ID, OIDC_NAME, GOOGLE_ID, ENTRA_ID, GITHUB_ID } = variables
  const all: (ProviderChoice & { isSetUp: boolean })[] = [
    { id: 'oidc', name: OIDC_NAME ?? 'OpenID Connect', isSetUp: OIDC_ID !== undefined },
    { id: 'entra', name: 'Microsoft', isSetUp: ENTRA_ID !== undefined },
    { id: 'google', name: 'Google', isSetUp: GOOGLE_ID !== undefined },
    { id: 'github', name: 'GitHub', isSetUp: GITHUB_ID !== undefined },
  ]
  return all.flatMap(({ isSetUp, ...choice }) => (isSetUp ? [choice] : []))
}

/** Somebody, as a provider vouches for them. */
export interface Voucher {
  provider: ProviderId
  /** The provider's lasting name for them. */
  subject: string
  email: string | null
  /** Whether the provider has made sure that the address is theirs. */
  isEmailVerified: boolean
  name: string
}

/** What is done with somebody who comes back from a provider. */
export type Arrival =
  | { kind: 'sign-in'; accountId: string }
  /** Their address is an account's, and both sides have made sure that it is theirs. */
  | { kind: 'link-and-sign-in'; accountId: string }
  /** Whoever is signed in asked for it. */
  | { kind: 'link'; accountId: string }
  | { kind: 'make-account'; email: string }
  /** Their address is an account's, and nobody has made sure whose: they sign in there first, then link. */
  | { kind: 'sign-in-first' }
  /** Somebody else's account is linked to them already. */
  | { kind: 'linked-elsewhere' }
  | { kind: 'no-email' }

/**
 * Decides what becomes of somebody who comes back from a provider. Addresses alone link nothing: an account is opened by
 * an address only where the provider has verified it and the account has, or whoever made an account with somebody
 * else's address would find them in it.
 */
export function arrivalOf(
  voucher: Voucher,
  known: {
    /** The account linked to this subject. */
    linkedId: string | null
    /** The account whose address it is. */
    byEmail: { id: string; isEmailVerified: boolean } | null
    /** The account that this browser is signed in to. */
    signedInId: string | null
  },
): Arrival {
  const { linkedId, byEmail, signedInId } = known
  if (signedInId !== null) {
    if (linkedId !== null && linkedId !== signedInId) return { kind: 'linked-elsewhere' }
    return { kind: 'link', accountId: signedInId }
  }
  if (linkedId !== null) return { kind: 'sign-in', accountId: linkedId }
  if (voucher.email === null) return { kind: 'no-email' }
  if (byEmail === null) return { kind: 'make-account', email: voucher.email }
  return voucher.isEmailVerified && byEmail.isEmailVerified
    ? { kind: 'link-and-sign-in', accountId: byEmail.id }
    : { kind: 'sign-in-first' }
}
