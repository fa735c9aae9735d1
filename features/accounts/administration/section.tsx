import type { ReactNode } from 'react'

/** A part of a page of administration. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** What is so, by name. */
export function FactList({ facts }: { facts: readonly { name: string; text: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line border-line border-y">
      {facts.map(({ name, text }) => (
        <div key={name} className="grid gap-x-5 py-2.5 sm:grid-cols-[13rem_1fr]">
          <dt className="text-muted">{name}</dt>
          <dd className="wrap-anywhere">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
