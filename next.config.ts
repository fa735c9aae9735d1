import createMDX from '@next/mdx'
import type { NextConfig } from 'next'

const config: NextConfig = {
  pageExtensions: ['ts', 'tsx'],
  poweredByHeader: false,
  agentRules: false,
  // npm run check does this, tests and scripts included; whoever only wants to run the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', '@prisma/adapter-better-sqlite3', '@prisma/adapter-pg', 'pg'],
}

// Plug-ins go by name, since Turbopack passes the options to another process.
const withMdx = createMDX({ options: { remarkPlugins: ['remark-frontmatter'] } })

export default withMdx(config)
