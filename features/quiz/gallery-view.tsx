import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Citation } from '@/features/catalog/citation.ts'
import { examples } from './examples.ts'
import { feedbackFor } from './feedback.ts'
import { GalleryItem } from './gallery-item.tsx'
import { answeredStates, openStates } from './gallery-states.ts'
import { gradeResponse, type Item, toPublic } from './item.ts'

/** Every item type in every state, or one of them, with made-up items: to look at while working on them. */
export function GalleryView({ type }: { type: string | undefined }) {
  const shown = examples.filter((item) => type === undefined || item.type === type)
  return (
    <div className="grid gap-16">
      <header>
        <h1 className="text-4xl">Gallery of item types</h1>
        <p className="mt-2 text-muted">Made-up items. Nothing that is answered here is sent or kept.</p>
        <ul className="mt-4 flex flex-wrap gap-x-4 gap-y-2">
          {[...new Set(examples.map((item) => item.type))].map((name) => (
            <li key={name}>
              <Link
                href={`/gallery?type=${name}`}
                prefetch={false}
                className="text-accent underline underline-offset-4"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </header>
      {shown.map((item) => (
        <section key={item.id} aria-labelledby={item.id}>
          <h2 id={item.id} className="mb-5 text-2xl">
            {item.type} <span className="font-sans text-sm font-normal text-muted">{item.id}</span>
          </h2>
          <div className="grid items-start gap-5 lg:grid-cols-2">
            {openStates(item).map(({ name, response }) => (
              <Exhibit key={name} item={item} name={name} note={refusalOf(item, response)}>
                <GalleryItem item={toPublic(item)} draft={response} marked={null} />
              </Exhibit>
            ))}
            {answeredStates(item).map(({ name, response }) => (
              <Exhibit key={name} item={item} name={name}>
                <GalleryItem
                  item={toPublic(item)}
                  draft={null}
                  marked={{ response, certainty: null, feedback: feedbackOf(item, response) }}
                />
              </Exhibit>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function Exhibit({
  item,
  name,
  note,
  children,
}: {
  item: Item
  name: string
  note?: string | undefined
  children: ReactNode
}) {
  return (
    <article aria-label={`${item.id} ${name}`} className="rounded-card border border-line bg-sunken p-5 sm:p-6">
      <h3 className="mb-4 font-sans text-sm font-semibold text-muted">{name}</h3>
      {children}
      {note === undefined ? null : (
        <p className="mt-4 text-sm text-muted">Were it sent, the server would say: {note}.</p>
      )}
    </article>
  )
}

function refusalOf(item: Item, response: unknown): string | undefined {
  const grade = gradeResponse(item, response)
  return grade.state === 'invalid' ? grade.reason : undefined
}

function feedbackOf(item: Item, response: unknown) {
  const grade = gradeResponse(item, response)
  const score = grade.state === 'graded' ? grade.score : 0
  return feedbackFor(item, response, score, { citation: madeUpCitation, lesson: () => null })
}

function madeUpCitation(locator: string): Citation {
  const cited = locator.endsWith('1') ? 0 : 1
  return {
    locator,
    href: '/record',
    place: `Part one, paragraph 1, sentence ${cited + 1}`,
    short: `1.${cited + 1}`,
    source: 'A made-up record',
    isBackground: false,
    paragraph: { sentenceWords: [9, 4], cited },
  }
}
