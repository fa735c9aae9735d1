import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '@/lib/paths.ts'

/** The service worker, as scripts/build-worker.mjs left it. There is none in development. */
export function GET(): Response {
  const file = path.join(projectRoot, '.next/service-worker.js')
  if (!existsSync(file)) return new Response('There is a service worker in the production build only.', { status: 404 })
  return new Response(readFileSync(file), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  })
}

export const dynamic = 'force-dynamic'
