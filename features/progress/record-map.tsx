import Link from 'next/link'
import { catalog } from '@/features/catalog/data.ts'
import { sentenceLocator } from '@/features/catalog/locator.ts'
import { countByLevel, type Level, levelNames } from './knowledge.ts'
import { LevelKey, levelColumns, levelFills } from './level-key.tsx'
import { sentenceLevels } from './sentence-levels.ts'
import { TableBehind } from './table-behind.tsx'

/** One sentence of the record. Without a level it states no fact. */
interface Cell {
  locator: string
  words: number
  level: Level | null
  label: string
}

interface Section {
  id: string
  title: string
  paragraphs: Cell[][]
}

/**
 * The document sentence by sentence, each filled by how well the least known of its facts is known, and leading to
 * them. Every sentence is a small picture of its own inside its link, so that they flow and wrap like the words they
 * stand for at any width, and their colours, unlike backgrounds, stay where a reader forces colours or prints.
 */
export function RecordMap({ levels }: { levels: Readonly<Record<string, Level>> }) {
  const sections = sectionsOf(sentenceLevels(catalog.facts, levels))
  return (
    <div className="grid gap-5">
      <LevelKey label="Key to the map" isOfSentences />
      {sections.map(({ id, title, paragraphs }) => (
        <section key={id} className="grid gap-2">
          <h3 className="font-sans text-sm font-semibold text-muted">{title}</h3>
          {paragraphs.map((paragraph) => (
            <div key={paragraph[0]?.locator} className="flex flex-wrap gap-x-1 gap-y-2">
              {paragraph.map((cell) => (
                <Sentence key={cell.locator} cell={cell} />
              ))}
            </div>
          ))}
        </section>
      ))}
      <TableBehind
        caption="Sentences by section and how well they are known"
        columns={['Section', 'Sentences', ...levelColumns, 'States no fact']}
        rows={sections.map(({ id, title, paragraphs }) => {
          const levelsThere = paragraphs.flat().map(({ level }) => level)
          const known = levelsThere.filter((level) => level !== null)
          return {
            key: id,
            head: title,
            cells: [levelsThere.length, ...countByLevel(known), levelsThere.length - known.length],
          }
        })}
      />
    </div>
  )
}

function Sentence({ cell: { locator, words, level, label } }: { cell: Cell }) {
  const style = { width: `${Math.max(0.6, words * 0.16)}rem` }
  if (level === null) {
    return <span aria-hidden="true" className="h-4 rounded-xs border border-line border-dashed" style={style} />
  }
  return (
    <Link
      href={`/record/${locator}`}
      prefetch={false}
      title={label}
      aria-label={label}
      className="block max-w-full"
      style={style}
    >
      <svg aria-hidden="true" className="block h-4 w-full">
        <rect width="100%" height="100%" rx="2" className={levelFills[level]} />
      </svg>
    </Link>
  )
}

function sectionsOf(levels: ReadonlyMap<string, Level>): Section[] {
  return catalog.sentences.flatMap(({ sourceId, sections }) =>
    sections.map(({ id, paragraphs }) => {
      const source = catalog.sources.find((each) => each.id === sourceId)
      const named = source?.kind === 'record' ? source.sections.find((section) => section.id === id) : undefined
      const title = named?.title ?? id
      return {
        id,
        title,
        paragraphs: paragraphs.map((paragraph, p) =>
          paragraph.map(({ words }, s) => {
            const locator = sentenceLocator(sourceId, id, p + 1, s + 1)
            const level = levels.get(locator) ?? null
            const known = level === null ? 'states no fact' : levelNames[level]
            return { locator, words, level, label: `${title}, paragraph ${p + 1}, sentence ${s + 1}: ${known}` }
          }),
        ),
      }
    }),
  )
}
