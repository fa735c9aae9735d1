import GithubProvider from 'next-auth/providers/github'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { ProviderId, ProviderVariables } from './provider.ts'
import { claimsFromGithub } from './voucher.ts'

/** The variables that providers need, all or none of each. */
export interface ProviderSecrets extends ProviderVariables {
  OIDC_ISSUER?: string | undefined
  OIDC_SECRET?: string | undefined
  GOOGLE_SECRET?: string | undefined
  ENTRA_TENANT?: string | undefined
  ENTRA_SECRET?: string | undefined
  GITHUB_SECRET?: string | undefined
}

/** What providers call whoever comes from them, whatever else they say. */
interface Claims {
  sub: string
}

/** The providers that are set up, as next-auth knows them. */
export function nextAuthProviders(secrets: ProviderSecrets) {
  const { OIDC_ISSUER, OIDC_ID, OIDC_SECRET, ENTRA_TENANT, ENTRA_ID, ENTRA_SECRET } = secrets
  const { GOOGLE_ID, GOOGLE_SECRET, GITHUB_ID, GITHUB_SECRET } = secrets
  return [
    ...(OIDC_ISSUER && OIDC_ID && OIDC_SECRET ? [openIdConnect('oidc', OIDC_ISSUER, OIDC_ID, OIDC_SECRET)] : []),
    ...(ENTRA_TENANT && ENTRA_ID && ENTRA_SECRET
      ? [openIdConnect('entra', `https://login.microsoftonline.com/${ENTRA_TENANT}/v2.0`, ENTRA_ID, ENTRA_SECRET)]
      : []),
    ...(GOOGLE_ID && GOOGLE_SECRET
      ? [openIdConnect('google', 'https://accounts.google.com', GOOGLE_ID, GOOGLE_SECRET)]
      : []),
    ...(GITHUB_ID && GITHUB_SECRET ? [github(GITHUB_ID, GITHUB_SECRET)] : []),
  ]
}

/** Any provider of OpenID Connect, with every check it knows. */
function openIdConnect(id: ProviderId, issuer: string, clientId: string, clientSecret: string): OAuthConfig<Claims> {
  return {
    id,
    name: id,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    userinfo: {
      // The token may leave out what only this address tells, such as the e-mail address.
      async request({ client, tokens }) {
        const claims = tokens.id_token === undefined ? {} : JSON.parse(payloadOf(tokens.id_token))
        return { ...claims, ...(await client.userinfo(tokens.access_token ?? '')) }
      },
    },
    clientId,
    clientSecret,
    profile: ({ sub }) => ({ id: sub }),
  }
}

function github(clientId: string, clientSecret: string) {
  return GithubProvider({
    clientId,
    clientSecret,
    userinfo: {
      async request({ client, tokens }) {
        // The address shown in public says nothing of being verified.
        const { email: _, ...profile } = await client.userinfo(tokens.access_token ?? '')
        const headers = { authorization: `Bearer ${tokens.access_token}` }
        const emails = await fetch('https://api.github.com/user/emails', { headers })
        return { ...profile, ...claimsFromGithub(await emails.json()) }
      },
    },
    profile: ({ id }) => ({ id: String(id) }),
  })
}

/** The payload of a token that next-auth has checked already. */
function payloadOf(idToken: string): string {
  return Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')
}
