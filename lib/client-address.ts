/**
 * The address a request came from, as the proxy in front says; nothing where there is none to be believed. Of a list,
 * only the last entry is the proxy's own: whoever sends a request can put anything before it.
 */
export function clientAddress(headers: { get(name: string): string | null }, isProxyTrusted: boolean): string | null {
  if (!isProxyTrusted) return null
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null
}
