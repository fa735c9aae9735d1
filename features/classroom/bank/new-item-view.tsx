import Link from 'next/link'
import { CitationList } from '@/features/catalog/citation-view.tsx'
import type { ItemType } from '@/features/quiz/item.ts'
import { itemTypeNames } from '@/features/quiz/item-wording.ts'
import { ItemPageView } from './item-page-view.tsx'
import type { FactChoice, NewItemPage } from './loaders.ts'

/** A new item: what kind it is to be, then its form. */
export function NewItemView({ asked, place }: { asked: NewItemPage; place: string }) {
  switch (asked.kind) {
    case 'editor':
      return <ItemPageView page={asked.page} place={place} />
    case 'choice':
      return <KindChoice fact={asked.fact} />
    case 'missing':
      return (
        <div className="mx-auto grid max-w-2xl gap-4">
          <h1 className="text-3xl">New question</h1>
          <p>{asked.what} It may have been replaced since the link was made.</p>
          <p>
            <Link href="/bank/new" prefetch={false} className="text-accent underline underline-offset-4">
              Begin with nothing
            </Link>
          </p>
        </div>
      )
  }
}

const told: Record<ItemType, string> = {
  'single-choice': 'One option is right.',
  'multiple-response': 'Any number of options are right, and nobody is told how many.',
  'true-false': 'A sentence to be judged by a source.',
  numeric: 'A number to be typed.',
  'short-answer': 'A word or name to be typed.',
  matching: 'Pairs to be found.',
  ordering: 'Entries to be put in order.',
  cloze: 'A text with gaps to type in or to choose for.',
  categorising: 'Entries to be sorted into categories.',
  'quote-attribution': 'Quoted words, and who may have said them.',
}

function KindChoice({ fact }: { fact: FactChoice | null }) {
  const from = fact === null ? '' : `&fact=${fact.id}`
  return (
    <div className="mx-auto grid max-w-2xl gap-8">
      <header className="grid gap-1">
        <p className="text-sm text-muted">
          <Link href="/bank" prefetch={false} className="underline underline-offset-4 hover:text-accent">
            Question bank
          </Link>
        </p>
        <h1 className="text-3xl">New question</h1>
        <p className="text-muted">Of which kind?</p>
      </header>
      {fact === null ? null : (
        <div className="grid gap-2 rounded-lg bg-sunken px-4 py-3">
          <p className="text-sm text-muted">It will rest on this</p>
          <p className="font-serif">{fact.says}</p>
          <CitationList citations={fact.citations} />
        </div>
      )}
      <ul className="grid gap-3 sm:grid-cols-2">
        {(Object.keys(told) as ItemType[]).map((type) => (
          <li key={type}>
            <Link
              href={`/bank/new?type=${type}${from}`}
              prefetch={false}
              className="block h-full rounded-card border border-line bg-surface px-5 py-4 no-underline hover:border-accent"
            >
              <span className="block font-semibold text-accent">{itemTypeNames[type]}</span>
              <span className="text-sm text-muted">{told[type]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
