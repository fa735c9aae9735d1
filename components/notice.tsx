import type { ReactNode } from 'react'

/** Something the learner has to know now: an answer that is not kept yet, a server that is not there. */
export function Notice({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'problem' }) {
  const look = tone === 'problem' ? 'border-incorrect bg-incorrect-soft' : 'border-line bg-sunken'
  return (
    <div role={tone === 'problem' ? 'alert' : 'status'} className={`rounded-lg border px-4 py-3 ${look}`}>
      {children}
    </div>
  )
}
