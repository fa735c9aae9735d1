import { citationOf } from './citation.ts'
import { CitationLink } from './citation-view.tsx'
import { catalog, findFact } from './data.ts'
import type { Debate } from './schema.ts'

/** Every question on which the record holds several positions, with who took them and who answered. */
export function DebatesView() {
  return (
    <>
      <h1 className="text-4xl">Debates</h1>
      <p className="mt-3 max-w-prose text-muted">
        Where the record holds more than one position, they stand here side by side, in its order. Who is named is named
        as an example wherever the record names examples; others may have held the same view.
      </p>
      {catalog.debates.map((debate) => (
        <DebateView key={debate.id} debate={debate} />
      ))}
    </>
  )
}

function DebateView({ debate }: { debate: Debate }) {
  return (
    <section id={debate.id} aria-label={debate.title} className="mt-12">
      <h2 className="text-2xl">{debate.title}</h2>
      <p className="mt-1 max-w-prose text-muted">{debate.question}</p>
      <ul className="mt-5 grid items-start gap-4 sm:grid-cols-[repeat(auto-fit,minmax(17rem,1fr))]">
        {debate.positions.map(({ id, label, says, facts }) => (
          <li key={id} className="rounded-card border border-line bg-surface p-5">
            <h3 className="text-xl">{label}</h3>
            <p className="mt-2">{says}</p>
            <FactList ids={facts} />
          </li>
        ))}
      </ul>
      {debate.answers.length === 0 ? null : (
        <div className="mt-4 rounded-card bg-sunken p-5">
          <h3 className="font-sans text-sm font-semibold text-muted">Answered in the record</h3>
          <FactList ids={debate.answers} />
        </div>
      )}
    </section>
  )
}

function FactList({ ids }: { ids: readonly string[] }) {
  return (
    <ul className="mt-4 grid gap-4">
      {ids
        .flatMap((id) => findFact(id) ?? [])
        .map((fact) => (
          <li key={fact.id}>
            <p className="font-serif text-lg leading-snug">{fact.says}</p>
            <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
              {fact.cites.map((locator) => (
                <CitationLink key={locator} citation={citationOf(catalog, locator)} />
              ))}
            </p>
          </li>
        ))}
    </ul>
  )
}
