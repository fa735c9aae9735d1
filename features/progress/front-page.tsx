import Link from 'next/link'
import { ButtonLink } from '@/components/button.tsx'
import { catalog } from '@/features/catalog/data.ts'
import { findItem, items } from '@/features/quiz/bank.ts'
import { shuffledFor, toPublic } from '@/features/quiz/item.ts'
import { cards } from '@/features/study/deck.ts'
import { NextStepPanel } from './next-step-panel.tsx'
import { WithProgress } from './progress-context.tsx'
import { SampleItem } from './sample-item.tsx'

/** What this is, in one screen, and a start that needs no account. */
export function FrontPage() {
  const { lessons, facts } = catalog
  const [first] = lessons
  // The kind that everybody knows, since it stands beside what this is.
  const sample = first?.checkItemIds.flatMap((id) => findItem(id) ?? []).find(({ type }) => type === 'single-choice')
  return (
    <div className="grid gap-16">
      <section className="grid items-start gap-10 lg:grid-cols-[1.1fr_1fr]">
        <div>
          <h1 className="text-4xl sm:text-5xl">Learn the Responsibility to Protect from the record</h1>
          <p className="mt-5 max-w-prose font-serif text-xl leading-relaxed text-muted">
            What was said when the UN General Assembly debated RtoP in 2016, who said it, and what stayed open. Every
            answer leads to the sentence it rests on.
          </p>
          <div className="mt-7 flex flex-col gap-3 sm:flex-row">
            {first === undefined ? null : (
              <ButtonLink href={`/learn/${first.id}`} prefetch={false}>
                Start the first lesson
              </ButtonLink>
            )}
            <ButtonLink look="quiet" href="/learn">
              See all lessons
            </ButtonLink>
          </div>
          <p className="mt-3 text-sm text-muted">No account needed. Your progress stays with this browser.</p>
          <WithProgress>
            <NextStepPanel />
          </WithProgress>
        </div>
        {sample === undefined ? null : (
          <section aria-labelledby="try-one" className="rounded-card border border-line bg-sunken p-5 sm:p-6">
            <h2 id="try-one" className="mb-4 font-sans text-sm font-semibold text-muted">
              Try one
            </h2>
            <SampleItem item={shuffledFor(toPublic(sample), 'check')} />
          </section>
        )}
      </section>

      <section aria-labelledby="lessons">
        <h2 id="lessons" className="text-2xl">
          The course
        </h2>
        <p className="mt-2 text-muted">
          {lessons.length} lessons, {cards.length} cards and {items.length} questions, made from {facts.length} facts.
        </p>
        <ol className="mt-5 grid gap-4 sm:grid-cols-2">
          {lessons.map((lesson) => (
            <li key={lesson.id} className="rounded-card border border-line bg-surface p-5">
              <Link
                href={`/learn/${lesson.id}`}
                prefetch={false}
                className="font-serif text-xl font-semibold text-accent"
              >
                {lesson.title}
              </Link>
              <p className="mt-1 text-muted">{lesson.summary}</p>
              <p className="mt-3 text-sm text-muted">{lesson.minutes} minutes</p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
