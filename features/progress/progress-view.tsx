import Link from 'next/link'
import { ButtonLink } from '@/components/button.tsx'
import { Meter } from '@/components/meter.tsx'
import type { LessonProgress, Progress } from './loaders.ts'
import { RecordMap } from './record-map.tsx'

/** What the learner knows, on the map of the record and by lesson. */
export function ProgressView({ progress }: { progress: Progress | null }) {
  if (progress === null || Object.keys(progress.levels).length === 0) {
    return (
      <div className="mx-auto max-w-xl rounded-card border border-line bg-surface p-8 text-center">
        <h1 className="text-3xl">Nothing to show yet</h1>
        <p className="mt-3 text-muted">Answer a first question, and this page begins to fill.</p>
        <ButtonLink href="/learn" className="mt-6">
          Choose a lesson
        </ButtonLink>
      </div>
    )
  }
  const levels = Object.values(progress.levels)
  const recalled = levels.filter((level) => level >= 2).length
  return (
    <div className="grid gap-12">
      <header className="grid gap-6 sm:grid-cols-[1fr_auto] sm:items-end">
        <div>
          <h1 className="text-4xl">What you know</h1>
          <p className="mt-2 text-muted">
            {levels.length} facts met, {recalled} of them recalled.
          </p>
        </div>
        {progress.cardsToday > 0 ? (
          <ButtonLink href="/review">
            Review {progress.cardsToday} {progress.cardsToday === 1 ? 'card' : 'cards'}
          </ButtonLink>
        ) : null}
      </header>
      <section aria-labelledby="map">
        <h2 id="map" className="text-2xl">
          The map of the record
        </h2>
        <p className="mt-2 mb-5 max-w-prose text-muted">
          The document in its order, every sentence a bar as long as its words. It fills as you learn what stands there.
        </p>
        <RecordMap levels={progress.levels} />
      </section>
      <section aria-labelledby="by-lesson">
        <h2 id="by-lesson" className="text-2xl">
          By lesson
        </h2>
        <ul className="mt-5 grid gap-4">
          {progress.lessons.map((lesson) => (
            <li key={lesson.id}>
              <LessonRow lesson={lesson} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function LessonRow({ lesson }: { lesson: LessonProgress }) {
  const { facts, cards, quiz, checks } = lesson
  return (
    <article className="rounded-card border border-line bg-surface p-5">
      <h3 className="text-lg">
        <Link href={`/learn/${lesson.id}`} prefetch={false} className="text-accent underline-offset-4 hover:underline">
          {lesson.title}
        </Link>
      </h3>
      <div className="mt-3">
        <Meter label={`Facts recalled in ${lesson.title}`} value={facts.recalled} of={facts.total} />
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-4">
        <Figure name="Facts recalled" value={`${facts.recalled} of ${facts.total}`} />
        <Figure name="Checks answered" value={`${checks.answered} of ${checks.total}`} />
        <Figure name="Cards seen" value={`${cards.seen} of ${cards.total}`} />
        <Figure name="Best quiz" value={quiz === null ? 'not taken' : `${quiz.bestScore} of ${quiz.of}`} />
      </dl>
    </article>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  )
}
