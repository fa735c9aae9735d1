/** What a page may run and load, in the words of the header `content-security-policy`. */

/** The inline scripts and styles of a page that is the same for everybody, by their hashes (`sha256-…`). */
export interface InlineHashes {
  scripts: readonly string[]
  styles: readonly string[]
}

/** What else a page may run besides the files of this server. */
export type AllowedInline = InlineHashes & {
  /** Marks the inline scripts and styles of a page that is made for one request. */
  nonce?: string
}

/**
 * The policy of a page: scripts, styles, pictures, fonts and requests from this server alone, nothing inline but what is
 * named, no plug-ins, no frame around it. Attributes `style` are allowed, since React writes the widths of bars so; they
 * run nothing and load nothing.
 */
export function contentSecurityPolicy({ scripts, styles, nonce }: AllowedInline): string {
  const marked = nonce === undefined ? [] : [`nonce-${nonce}`]
  return policyOf({
    'script-src': ["'self'", ...quoted([...marked, ...scripts])],
    'style-src': ["'self'", ...quoted([...marked, ...styles])],
    'style-src-attr': ["'unsafe-inline'"],
    'connect-src': ["'self'"],
  })
}

/** `next dev` sends what has changed through a socket, and evaluates it; on the machine of whoever writes the code. */
export const developmentPolicy = policyOf({
  'script-src': ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'connect-src': ["'self'", 'ws:'],
})

/** What is not a page, should somebody open it as one. */
export const policyOfData = "default-src 'none'; frame-ancestors 'none'"

function policyOf(directives: Record<string, readonly string[]>): string {
  const all: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    ...directives,
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

function quoted(sources: readonly string[]): string[] {
  return sources.map((source) => `'${source}'`)
}
