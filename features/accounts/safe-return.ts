/**
 * Where to go after signing in, from what an address asked for: a page of this site, or else the front page. Nothing
 * that a browser would take for another site passes.
 */
export function safeReturn(asked: string | null | undefined): string {
  const here = 'https://this.site.invalid'
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, here)) return '/'
  const url = new URL(asked, here)
  const path = `${url.pathname}${url.search}${url.hash}`
  // "/.//elsewhere.example" has become "//elsewhere.example" by now.
  return url.origin === here && !path.startsWith('//') ? path : '/'
}
