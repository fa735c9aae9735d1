import { type Citation, citationOf } from './citation.ts'
import { CitationView } from './citation-view.tsx'
import { catalog, findFact } from './data.ts'
import { MakeCardLink, MakeQuestionLink } from './make-card-link.tsx'

/**
 * The mark behind a sentence of a lesson. Opened, it tells the facts the sentence states and where
 * each of them stands.
 *
 * Only phrasing elements, since it stands inside a paragraph.
 *
 * @param props.facts ids of facts, separated by spaces
 */
export function Cite({ facts: ids }: { facts: string }) {
  const facts = ids.split(/\s+/).flatMap((id) => findFact(id) ?? [])
  const places = [...new Set(facts.flatMap(({ cites }) => cites))].map((locator) => citationOf(catalog, locator))
  const [first] = facts
  if (first === undefined) return null
  const popoverId = `cite-${facts.map(({ id }) => id).join('-')}`
  return (
    <span className="font-sans">
      {facts.map(({ id }) => (
        <span key={id} id={id} />
      ))}
      <button
        type="button"
        popoverTarget={popoverId}
        aria-label={`Where this stands: ${places.map(({ place }) => place).join('; ')}`}
        className="mx-0.5 rounded-sm bg-marker-soft px-1.5 py-0.5 align-[0.15em] text-xs leading-none text-ink hover:bg-marker"
      >
        {places.map((place) => labelOf(place, places)).join(', ')}
      </button>
      <span
        popover="auto"
        id={popoverId}
        className="m-auto max-h-[80dvh] w-[min(32rem,calc(100vw-2rem))] overflow-auto rounded-card border border-line bg-surface p-6 text-base text-ink shadow-lg backdrop:bg-ink/30"
      >
        <span className="grid gap-6">
          {facts.map((fact) => (
            <span key={fact.id} className="grid gap-3">
              <span className="block font-serif text-lg leading-snug">{fact.says}</span>
              {fact.cites.map((locator) => (
                <CitationView key={locator} citation={citationOf(catalog, locator)} />
              ))}
              <span className="flex flex-wrap gap-x-5">
                <MakeCardLink factId={fact.id} />
                <MakeQuestionLink factId={fact.id} />
              </span>
            </span>
          ))}
        </span>
      </span>
    </span>
  )
}

/** "2.4"; with the part of the source in front where a mark names places of several parts. */
function labelOf({ locator, place, short }: Citation, all: readonly Citation[]): string {
  const parts = new Set(all.map((citation) => citation.locator.split('.')[0]))
  const isPlain = parts.size === 1 || !locator.includes('.')
  return isPlain ? short : `${place.split(/[ ,]/)[0]} ${short}`
}
