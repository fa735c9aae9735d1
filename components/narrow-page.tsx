import type { ReactNode } from 'react'

/** A page with one thing to do. */
export function NarrowPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-md gap-6">
      <header>
        <h1 className="text-3xl">{title}</h1>
        {lead !== undefined && <p className="mt-2 text-muted">{lead}</p>}
      </header>
      {children}
    </div>
  )
}
