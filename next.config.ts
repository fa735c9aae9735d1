import createMDX from '@next/mdx'
import type { NextConfig } from 'next'
import { policyOfData } from './lib/content-security-policy.ts'

/** Sent with everything. A page's own policy comes from proxy.ts. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
}

const headersOf = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }))

const config: NextConfig = {
  pageExtensions: ['ts', 'tsx'],
  poweredByHeader: false,
  agentRules: false,
  // npm run check does this, tests and scripts included; whoever only wants to run the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/:path*', headers: headersOf(always) },
    { source: '/api/:path*', headers: headersOf({ 'Content-Security-Policy': policyOfData }) },
  ],
  serverExternalPackages: [
    '@open-spaced-repetition/binding',
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    'pg',
  ],
}

// Plug-ins go by name, since Turbopack passes the options to another process.
const withMdx = createMDX({ options: { remarkPlugins: ['remark-frontmatter'] } })

export default withMdx(config)
