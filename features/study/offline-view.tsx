'use client'

import { useEffect, useState } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { pagesCache } from './kept-pages.ts'

/** What there is instead of a page that cannot be fetched: what can be opened all the same. */
export function OfflineView() {
  const [pages, setPages] = useState<{ href: string; title: string }[] | null>(null)
  useEffect(() => {
    keptLessons()
      .then(setPages)
      .catch(() => setPages([]))
  }, [])
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <header>
        <h1 className="text-2xl">This page is not here without a network</h1>
        <p className="mt-2 text-muted">
          Whatever you do is kept on this device and sent when the network is back. The cards of the day and the pages
          that you have opened before can be opened now.
        </p>
      </header>
      <div className="flex flex-col gap-3 sm:flex-row">
        <ButtonLink href="/review">Review today’s cards</ButtonLink>
        <ButtonLink look="quiet" href="/learn">
          Lessons
        </ButtonLink>
      </div>
      {pages === null || pages.length === 0 ? null : (
        <section>
          <h2 className="mb-2 text-xl">Lessons on this device</h2>
          <ul>
            {pages.map(({ href, title }) => (
              <li key={href}>
                <a
                  href={href}
                  className="flex min-h-11 items-center underline-offset-4 hover:text-accent hover:underline"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The lessons that this browser keeps, by the titles of their pages. */
async function keptLessons(): Promise<{ href: string; title: string }[]> {
  const cache = await caches.open(pagesCache)
  const lessons = (await cache.keys())
    .map(({ url }) => new URL(url).pathname)
    .filter((path) => /^\/learn\/./.test(path))
  const titled = await Promise.all(
    lessons.map(async (href) => {
      const page = (await (await cache.match(href, { ignoreVary: true }))?.text()) ?? ''
      const title = new DOMParser().parseFromString(page, 'text/html').title
      return { href, title: title.split(' · ')[0] ?? href }
    }),
  )
  return titled.sort((a, b) => a.title.localeCompare(b.title))
}
