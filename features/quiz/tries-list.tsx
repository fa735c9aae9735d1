import { Mark } from '@/components/mark.tsx'
import { tryMarkText } from './adaptive-wording.ts'
import type { PublicItem } from './item.ts'
import { MarkedItemView } from './item-view.tsx'
import type { KeptTry } from './loaders.ts'
import { outcomeOf, outcomeText } from './outcome.ts'

/** The tries at an item, each with how it fared and what it earned. */
export function TriesList({ item, tries }: { item: PublicItem; tries: readonly KeptTry[] }) {
  return (
    <ol aria-label="Your tries" className="grid gap-3">
      {tries.map(({ response, score, mark, feedback }, index) => (
        // A try stays where it is in the order.
        // biome-ignore lint/suspicious/noArrayIndexKey: tries are only ever added at the end
        <li key={index}>
          <details className="rounded-lg border border-line">
            <summary className="min-h-11 px-4 py-2.5">
              <span className="font-semibold">Try {index + 1}.</span>{' '}
              {feedback === null ? null : <Mark kind={outcomeOf(feedback.score)}>{outcomeText(item, feedback)}</Mark>}{' '}
              <span className="text-sm text-muted">
                {score === null || mark === null
                  ? 'What it earned is not shown now.'
                  : `${tryMarkText(score, mark, index)}.`}
              </span>
            </summary>
            <div className="px-4 pt-1 pb-4">
              <MarkedItemView item={item} response={response} feedback={feedback} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  )
}
