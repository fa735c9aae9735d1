'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** The places of the site: in the header on a wide screen, under the thumb on a phone. */
export function SiteNav({
  places,
}: {
  places: readonly {
    href: string
    label: string
    /** Other paths that belong there. */
    also?: readonly string[]
  }[]
}) {
  const path = usePathname()
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper sm:static sm:border-0"
    >
      <ul className="grid grid-cols-5 sm:flex sm:gap-1">
        {places.map(({ href, label, also = [] }) => {
          const isHere = [href, ...also].some((place) => path === place || path.startsWith(`${place}/`))
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={`flex min-h-16 items-center justify-center border-t-3 px-1 text-sm no-underline sm:min-h-11 sm:rounded-lg sm:border-0 sm:px-2 md:px-3 md:text-base ${
                  isHere
                    ? 'border-accent font-semibold text-accent sm:bg-accent-soft'
                    : 'border-transparent text-muted hover:text-ink'
                }`}
              >
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
