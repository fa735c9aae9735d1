import type { ReactNode } from 'react'

const kinds = {
  right: { sign: '✓', colour: 'text-correct' },
  partly: { sign: '◐', colour: 'text-ink' },
  wrong: { sign: '✗', colour: 'text-incorrect' },
}

/** How an answer fared: in shape and words, not in colour alone. */
export function Mark({ kind, children }: { kind: keyof typeof kinds; children: ReactNode }) {
  const { sign, colour } = kinds[kind]
  return (
    <span className={`font-sans text-sm font-semibold ${colour}`}>
      <span aria-hidden="true">{sign}</span> {children}
    </span>
  )
}
