import { citationOf } from './citation.ts'
import { CitationLink } from './citation-view.tsx'
import { catalog } from './data.ts'
import { glossaryOf } from './glossary.ts'

/** Every short form, body and text that a fact explains, with where it does. */
export function GlossaryView() {
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-4xl">Glossary</h1>
      <p className="mt-3 max-w-prose text-muted">
        Each entry says no more than a fact does, and leads to the sentence or paragraph that it rests on.
      </p>
      <dl className="mt-8 divide-y divide-line border-line border-y">
        {glossaryOf(catalog).map(({ name, alike, facts }) => (
          <div key={name} className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[12rem_1fr]">
            <dt className="font-serif text-lg font-semibold">{[name, ...alike].join(', ')}</dt>
            <dd className="grid gap-3">
              {facts.map((fact) => (
                <div key={fact.id}>
                  <p className="font-serif text-lg leading-snug">{fact.kind === 'term' ? fact.standsFor : fact.says}</p>
                  <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
                    {fact.cites.map((locator) => (
                      <CitationLink key={locator} citation={citationOf(catalog, locator)} />
                    ))}
                  </p>
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
