import type { ReactNode } from 'react'

/** A part of a page about classes. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id} tabIndex={-1} className="text-2xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
