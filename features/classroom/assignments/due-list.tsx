'use client'

import { useEffect, useState } from 'react'
import { receiveOnce } from '@/lib/send.ts'
import { OwnLink } from './assignment-list.tsx'
import type { OwnListed } from './loaders.ts'

/** What the learner's classes want done, where there is anything. */
export function DueList() {
  const [due, setDue] = useState<OwnListed[]>([])
  useEffect(() => {
    // Without a network, and for whoever is in no class, there is nothing to show.
    receiveOnce<{ due: OwnListed[] }>('/api/assignments')
      .then((loaded) => setDue(loaded.due))
      .catch(() => {})
  }, [])
  if (due.length === 0) return null
  return (
    <section aria-labelledby="due" className="mb-10 grid gap-3">
      <h2 id="due" className="text-2xl">
        Due in your classes
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {due.map((assignment) => (
          <li key={assignment.id}>
            <OwnLink assignment={assignment} isNamed />
          </li>
        ))}
      </ul>
    </section>
  )
}
