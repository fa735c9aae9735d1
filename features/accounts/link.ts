/** What a link may do, once. */
export type TokenKind = 'sign-up' | 'sign-in' | 'reset' | 'verify' | 'administrator'

/**
 * The link that carries a token. It stands behind the #, which no server, log or Referer header ever sees; and opening
 * the page does nothing until its button is pressed, so a mail scanner that looks at every link uses none up.
 */
export function linkWith(siteUrl: string, path: string, kind: TokenKind, token: string): string {
  return `${new URL(path, siteUrl).href}#${kind}=${token}`
}

/** The token of a kind behind the # of an address; nothing if there is none. */
export function tokenIn(hash: string, kind: TokenKind): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get(kind)
}
