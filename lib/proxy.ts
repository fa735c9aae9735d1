import { env } from './env.ts'

/** What a proxy in front of the server says of a request is believed where TRUST_PROXY is on, and nowhere else. */

interface RequestHeaders {
  get(name: string): string | null
}

/** Whether the browser spoke to us, or to the proxy in front, over TLS. */
export function isOverTls(headers: RequestHeaders): boolean {
  const { TRUST_PROXY, SITE_URL } = env()
  if (TRUST_PROXY === 'on') return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  return SITE_URL?.startsWith('https:') ?? false
}

/** The host that the browser asked for. */
export function askedHost(headers: RequestHeaders): string | null {
  const forwarded = env().TRUST_PROXY === 'on' ? headers.get('x-forwarded-host')?.split(',')[0]?.trim() : undefined
  return forwarded ?? headers.get('host')
}
