import Link from 'next/link'
import { PlaceStrip } from '@/components/place-strip.tsx'
import { citationOf } from './citation.ts'
import { catalog, lessonOfFact } from './data.ts'
import { sentenceLocator } from './locator.ts'
import { MakeCardLink, MakeQuestionLink } from './make-card-link.tsx'
import type { Fact, RecordSource, Source } from './schema.ts'

const recordFirst = [...catalog.sources].sort((a, b) => Number(b.kind === 'record') - Number(a.kind === 'record'))

/** Ways into the record besides reading it from the beginning. */
const aids = [
  { href: '/record/debates', title: 'Debates', about: 'Positions side by side: who took them, and who answered.' },
  { href: '/record/glossary', title: 'Glossary', about: 'Short forms, bodies and texts, each with where it stands.' },
]

/** Every source: the record itself, then the documents it takes for granted. */
export function RecordListView() {
  return (
    <>
      <h1 className="text-4xl">The record</h1>
      <p className="mt-3 max-w-prose text-muted">
        Everything here is learned from one document. Its own sentences are not reprinted: for each of them you find
        what it states in our words, and its place, so that you can open your copy beside this page.
      </p>
      <ul className="mt-8 grid gap-4 sm:grid-cols-2">
        {aids.map(({ href, title, about }) => (
          <li key={href} className="rounded-card border border-line bg-sunken p-5">
            <h2 className="text-xl">
              <Link href={href} className="text-accent underline-offset-4 hover:underline">
                {title}
              </Link>
            </h2>
            <p className="mt-1 text-muted">{about}</p>
          </li>
        ))}
      </ul>
      <h2 className="mt-12 text-2xl">Sources</h2>
      <ul className="mt-4 grid gap-4">
        {recordFirst.map((source) => (
          <li key={source.id} className="rounded-card border border-line bg-surface p-5">
            {source.kind === 'public-document' ? (
              <p className="text-sm text-muted">Background · {source.symbol}</p>
            ) : null}
            <h3 className="text-xl">
              <Link href={`/record/${source.id}`} className="text-accent underline-offset-4 hover:underline">
                {source.title}
              </Link>
            </h3>
            <p className="mt-1 text-muted">{source.publisher}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** One source, place by place, with the facts that rest on each. */
export function RecordView({ source }: { source: Source }) {
  return (
    <div className="mx-auto max-w-3xl">
      <p className="text-sm text-muted">{source.kind === 'record' ? 'The record' : `Background · ${source.symbol}`}</p>
      <h1 className="mt-1 text-3xl">{source.title}</h1>
      <p className="mt-2 text-muted">{source.publisher}</p>
      {source.kind === 'record' ? <Sentences source={source} /> : <Paragraphs source={source} />}
    </div>
  )
}

function Sentences({ source }: { source: RecordSource }) {
  const index = catalog.sentences.find(({ sourceId }) => sourceId === source.id)
  return index?.sections.map((section) => {
    const outline = source.sections.find(({ id }) => id === section.id)
    const title = outline?.title ?? section.id
    const isList = outline?.layout === 'lines'
    const locators = section.paragraphs.flatMap((paragraph, p) =>
      paragraph.map((_, s) => sentenceLocator(source.id, section.id, p + 1, s + 1)),
    )
    const isTaught = locators.some((locator) => factsAt(locator).length > 0)
    return (
      <section key={section.id} aria-label={title} className="mt-12">
        <h2 className="text-2xl">{title}</h2>
        {isTaught ? (
          section.paragraphs.map((paragraph, p) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
            <div key={p} className="mt-6 grid gap-2">
              <h3 className="font-sans text-sm font-semibold text-muted">
                {isList ? 'Part' : 'Paragraph'} {p + 1}
              </h3>
              {paragraph.map(({ words }, s) => (
                <SentencePlace
                  key={sentenceLocator(source.id, section.id, p + 1, s + 1)}
                  locator={sentenceLocator(source.id, section.id, p + 1, s + 1)}
                  name={isList ? `Line ${s + 1}` : `Sentence ${s + 1}, ${words} words`}
                  strip={isList ? undefined : { sentenceWords: paragraph.map((sentence) => sentence.words), cited: s }}
                  empty={
                    source.factless.find(({ at }) => at === sentenceLocator(source.id, section.id, p + 1, s + 1))
                      ?.because
                  }
                />
              ))}
            </div>
          ))
        ) : (
          <p className="mt-2 text-muted">{locators.length} sentences that state no fact.</p>
        )}
      </section>
    )
  })
}

function Paragraphs({ source }: { source: Extract<Source, { kind: 'public-document' }> }) {
  return (
    <div className="mt-8 grid gap-2">
      {source.paragraphs.map((paragraph) => (
        <SentencePlace
          key={paragraph}
          locator={`${source.id}#${paragraph}`}
          name={citationOf(catalog, `${source.id}#${paragraph}`).place}
        />
      ))}
    </div>
  )
}

function SentencePlace({
  locator,
  name,
  strip,
  empty,
}: {
  locator: string
  name: string
  strip?: { sentenceWords: number[]; cited: number } | undefined
  /** Why no fact rests here. */
  empty?: string | undefined
}) {
  const facts = factsAt(locator)
  const lessons = new Map(facts.flatMap(({ id }) => lessonOfFact(id) ?? []).map((lesson) => [lesson.id, lesson]))
  return (
    <article id={locator.split('#')[1]} className="grid gap-3 rounded-lg border border-line p-4 target:border-marker">
      <div className="grid gap-1.5 text-sm text-muted sm:grid-cols-[11rem_1fr] sm:items-center">
        <span>{name}</span>
        {strip === undefined ? null : <PlaceStrip {...strip} />}
      </div>
      {empty === undefined ? null : <p className="text-sm text-muted">{empty}</p>}
      <ul className="grid gap-3.5">
        {facts.map((fact) => (
          <li key={fact.id} className="font-serif text-lg leading-snug">
            {fact.says}
            <span className="flex flex-wrap gap-x-5">
              <MakeCardLink factId={fact.id} />
              <MakeQuestionLink factId={fact.id} />
            </span>
          </li>
        ))}
      </ul>
      {[...lessons.values()].map(({ id, title }) => (
        <p key={id} className="text-sm text-muted">
          Taught in{' '}
          <Link href={`/learn/${id}`} prefetch={false} className="text-accent underline underline-offset-4">
            {title}
          </Link>
        </p>
      ))}
    </article>
  )
}

function factsAt(locator: string): Fact[] {
  return catalog.facts.filter(({ cites }) => cites.includes(locator))
}
