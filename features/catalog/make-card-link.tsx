import Link from 'next/link'

const look =
  'block w-fit py-1 font-sans text-sm text-muted underline decoration-line underline-offset-4 hover:text-accent'

/** Where a learner makes a card of their own from a fact. */
export function makeCardHref(factId: string): string {
  return `/review/own?fact=${factId}`
}

/** Leads from a fact to a question of one's own on it. Only phrasing elements, as below. */
export function MakeQuestionLink({ factId }: { factId: string }) {
  return (
    <Link href={`/bank/new?fact=${factId}`} prefetch={false} className={look}>
      Make a question of this
    </Link>
  )
}

/** Leads from a fact to a card of one's own on it. Only phrasing elements, since it may stand inside a paragraph. */
export function MakeCardLink({ factId }: { factId: string }) {
  return (
    <Link href={makeCardHref(factId)} prefetch={false} className={look}>
      Make a card of this
    </Link>
  )
}
