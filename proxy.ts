import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, developmentPolicy, type InlineHashes } from './lib/content-security-policy.ts'
import { isOverTls } from './lib/proxy.ts'

export const config = {
  // Pages, and addresses where none is; what is not a page has its policy from next.config.ts.
  matcher: '/((?!api/|_next/).*)',
}

/**
 * Sends each page with the policy of what it may run. A page that is the same for everybody has its inline scripts named
 * by their hashes; one that is made for this request, by a nonce, which Next takes from the request's own header.
 */
export function proxy(request: NextRequest): NextResponse {
  if (process.env.NODE_ENV === 'development') return withPolicy(NextResponse.next(), developmentPolicy)
  return keptOverTls(request, withOwnPolicy(request))
}

function withOwnPolicy(request: NextRequest): NextResponse {
  const pages = inlineHashes()
  const page = pages[request.nextUrl.pathname]
  if (page !== undefined) return withPolicy(NextResponse.next(), contentSecurityPolicy(page))

  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  // Where nothing is, or something fails, one of these is sent instead.
  const instead = errorPages.map((name) => pages[name] ?? { scripts: [], styles: [] })
  const policy = contentSecurityPolicy({
    scripts: instead.flatMap(({ scripts }) => scripts),
    styles: instead.flatMap(({ styles }) => styles),
    nonce,
  })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  return withPolicy(NextResponse.next({ request: { headers } }), policy)
}

const errorPages = ['/_not-found', '/_global-error', '/500']

/** Has the browser come by TLS from now on, where it does. A page suffices: what browsers heed is meant for the host. */
function keptOverTls(request: NextRequest, response: NextResponse): NextResponse {
  if (isOverTls(request.headers)) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

function withPolicy(response: NextResponse, policy: string): NextResponse {
  response.headers.set('content-security-policy', policy)
  return response
}

/** What scripts/build.mjs has found in the pages that were made by the build. */
function inlineHashes(): Record<string, InlineHashes> {
  known ??= JSON.parse(readFileSync(path.join(process.cwd(), '.next/inline-hashes.json'), 'utf8'))
  return known as Record<string, InlineHashes>
}

let known: Record<string, InlineHashes> | undefined
