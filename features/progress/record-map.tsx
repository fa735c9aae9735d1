import Link from 'next/link'
import { catalog } from '@/features/catalog/data.ts'
import { sentenceLocator } from '@/features/catalog/locator.ts'
import { type Level, levelNames, weakestLevel } from './knowledge.ts'

const fills = ['bg-line', 'bg-accent/25', 'bg-accent/60', 'bg-accent'] as const

/** The document sentence by sentence, each filled by how well the least known of its facts is known. */
export function RecordMap({ levels }: { levels: Readonly<Record<string, Level>> }) {
  const levelsAt = new Map<string, Level[]>()
  for (const { id, cites } of catalog.facts) {
    for (const locator of cites) levelsAt.set(locator, [...(levelsAt.get(locator) ?? []), levels[id] ?? 0])
  }
  const levelAt = (locator: string) => weakestLevel(levelsAt.get(locator) ?? [])
  return (
    <div className="grid gap-5">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted" aria-label="Key to the map">
        {levelNames.map((name, level) => (
          <li key={name} className="flex items-center gap-2">
            <span aria-hidden="true" className={`h-3 w-6 rounded-xs ${fills[level]}`} />
            {name}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="h-3 w-6 rounded-xs border border-line border-dashed" />
          not taught yet
        </li>
      </ul>
      {catalog.sentences.map((index) =>
        index.sections.map((section) => {
          const source = catalog.sources.find(({ id }) => id === index.sourceId)
          const title =
            source?.kind === 'record' ? source.sections.find(({ id }) => id === section.id)?.title : section.id
          return (
            <section key={section.id} className="grid gap-1.5">
              <h3 className="font-sans text-sm font-semibold text-muted">{title}</h3>
              {section.paragraphs.map((paragraph, p) => (
                <div
                  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
                  key={p}
                  className="flex flex-wrap gap-1"
                >
                  {paragraph.map(({ words }, s) => {
                    const locator = sentenceLocator(index.sourceId, section.id, p + 1, s + 1)
                    const level = levelAt(locator)
                    const label = `${title}, paragraph ${p + 1}, sentence ${s + 1}: ${level === null ? 'not taught yet' : levelNames[level]}`
                    const bar = `block h-3.5 rounded-xs ${level === null ? 'border border-line border-dashed' : fills[level]}`
                    const width = `${Math.max(0.6, words * 0.16)}rem`
                    return level === null ? (
                      <span key={locator} aria-hidden="true" className={bar} style={{ width }} />
                    ) : (
                      <Link
                        key={locator}
                        href={`/record/${locator}`}
                        prefetch={false}
                        title={label}
                        aria-label={label}
                        className={bar}
                        style={{ width }}
                      />
                    )
                  })}
                </div>
              ))}
            </section>
          )
        }),
      )}
    </div>
  )
}
