import type { ReactNode } from 'react'

/** What an item asks and, below it, how to answer where that is not plain. Only phrasing, to stand in a legend or label. */
export function Stem({ children, instruction }: { children: ReactNode; instruction?: string }) {
  return (
    <>
      <span className="block font-serif text-xl leading-snug font-semibold text-balance">{children}</span>
      {instruction === undefined ? null : (
        <span className="mt-1.5 block font-sans text-sm font-normal text-muted">{instruction}</span>
      )}
    </>
  )
}
