import Link from 'next/link'
import { PlaceStrip } from '@/components/place-strip.tsx'
import type { Citation } from './citation.ts'

/** Where a statement stands: the place in words, leading there, above the shape of its paragraph. */
export function CitationView({ citation }: { citation: Citation }) {
  return (
    <Link
      href={citation.href}
      prefetch={false}
      className="block rounded-sm text-sm text-accent underline decoration-line underline-offset-4 hover:decoration-accent"
    >
      {citation.isBackground ? <span className="text-muted">Background: </span> : null}
      {citation.place}
      {citation.paragraph === null ? null : (
        <span className="mt-1.5 block">
          <PlaceStrip {...citation.paragraph} />
        </span>
      )}
    </Link>
  )
}

/** The same in a line of text, where the strip would be too much. */
export function CitationLink({ citation }: { citation: Citation }) {
  return (
    <Link href={citation.href} prefetch={false} className="text-accent underline decoration-line underline-offset-4">
      {citation.place}
    </Link>
  )
}

/** Every place a statement rests on; nothing for one that rests on none. */
export function CitationList({ citations }: { citations: readonly Citation[] }) {
  if (citations.length === 0) return null
  return (
    <ul className="grid gap-3">
      {citations.map((citation) => (
        <li key={citation.locator}>
          <CitationView citation={citation} />
        </li>
      ))}
    </ul>
  )
}
