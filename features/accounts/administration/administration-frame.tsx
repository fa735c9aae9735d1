import Link from 'next/link'
import type { ReactNode } from 'react'

const parts = [
  { id: 'site', href: '/administration', label: 'The site' },
  { id: 'people', href: '/administration/people', label: 'People' },
  { id: 'classes', href: '/administration/classes', label: 'Classes' },
  { id: 'log', href: '/administration/log', label: 'Log' },
] as const

/** A page for whoever runs the site, with the ways to the others. */
export function AdministrationFrame({
  part,
  title,
  lead,
  children,
}: {
  part: (typeof parts)[number]['id']
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto grid max-w-3xl gap-10">
      <header className="grid gap-6">
        <nav aria-label="Administration" className="border-line border-b">
          <ul className="flex flex-wrap gap-x-5">
            {parts.map(({ id, href, label }) => (
              <li key={id}>
                <Link
                  href={href}
                  prefetch={false}
                  aria-current={id === part ? 'page' : undefined}
                  className={`-mb-px flex min-h-11 items-center border-b-3 no-underline ${
                    id === part
                      ? 'border-accent font-semibold text-accent'
                      : 'border-transparent text-muted hover:text-ink'
                  }`}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <h1 className="text-3xl wrap-anywhere">{title}</h1>
          {lead !== undefined && <p className="mt-2 text-muted">{lead}</p>}
        </div>
      </header>
      {children}
    </div>
  )
}
