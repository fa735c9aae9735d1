import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { Meter } from '@/components/meter.tsx'
import { pointsText } from '@/features/quiz/outcome.ts'
import { ForecastView } from './forecast-view.tsx'
import { HeatMap } from './heat-map.tsx'
import type { LessonProgress, Progress, Statistics } from './loaders.ts'
import { RecordMap } from './record-map.tsx'
import { RetentionView } from './retention-view.tsx'
import { SummaryStrip } from './summary-strip.tsx'
import { timeSpent, totalMinutes } from './time-spent.ts'
import { TimeView } from './time-view.tsx'
import { TopicView } from './topic-view.tsx'

/** What the learner knows and how they have studied: in figures, by day, by topic, on the map of the record, by lesson. */
export function ProgressView({ progress, statistics }: { progress: Progress | null; statistics: Statistics | null }) {
  if (progress === null || statistics === null || Object.keys(progress.levels).length === 0) {
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
  const { today, studied, streak, forecast, retention, desiredRetention } = statistics
  const levels = Object.values(progress.levels)
  const recalled = levels.filter((level) => level >= 2).length
  const events = studied.find(({ date }) => date === today)?.events ?? []
  return (
    <div className="grid gap-14">
      <div className="grid gap-8">
        <header className="grid gap-6 sm:grid-cols-[1fr_auto] sm:items-end">
          <div>
            <h1 className="text-4xl">What you know</h1>
            <p className="mt-2 text-muted">
              {levels.length} {levels.length === 1 ? 'fact' : 'facts'} met, {recalled} of them recalled.{' '}
              <Link href="/classes" prefetch={false} className="underline underline-offset-4 hover:text-accent">
                Your classes
              </Link>
            </p>
          </div>
          {progress.cardsToday > 0 ? (
            <ButtonLink href="/review">
              Review {progress.cardsToday} {progress.cardsToday === 1 ? 'card' : 'cards'}
            </ButtonLink>
          ) : null}
        </header>
        <SummaryStrip
          streak={streak}
          daysStudied={studied.length}
          minutesThisWeek={totalMinutes(timeSpent(studied, today, 7))}
          reviewsToday={events.filter(({ kind }) => kind === 'review').length}
        />
      </div>
      <Part
        id="days"
        title="Days of study"
        lead="Every day of the last half year, by how many cards and questions it saw."
      >
        <HeatMap studied={studied} today={today} />
      </Part>
      <div className="grid items-start gap-x-12 gap-y-14 lg:grid-cols-2">
        <Part id="forecast" title="What is coming" lead="Cards that fall due in the next thirty days.">
          <ForecastView forecast={forecast} />
        </Part>
        <Part id="time" title="Time spent" lead="In the last thirty days.">
          <TimeView times={timeSpent(studied, today, 30)} today={today} />
        </Part>
      </div>
      <Part id="retention" title="True retention" lead="How much you still knew when a card came back.">
        <RetentionView retention={retention} desiredRetention={desiredRetention} />
      </Part>
      <Part id="topics" title="By topic" lead="The facts of each topic. A topic leads to its cards.">
        <TopicView levels={progress.levels} />
      </Part>
      <Part
        id="map"
        title="The map of the record"
        lead="The document in its order, every sentence a bar as long as its words. It fills as you learn what stands there."
      >
        <a href="#by-lesson" className="sr-only focus:not-sr-only focus:mb-4 focus:inline-block">
          Skip the sentences of the map
        </a>
        <RecordMap levels={progress.levels} />
      </Part>
      <Part id="by-lesson" title="By lesson">
        <ul className="grid gap-4">
          {progress.lessons.map((lesson) => (
            <li key={lesson.id}>
              <LessonRow lesson={lesson} />
            </li>
          ))}
        </ul>
      </Part>
    </div>
  )
}

function Part({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      {/* Where the page is opened at a part of it: the marker is kept for what is cited. */}
      <h2 id={id} className="text-2xl target:bg-transparent">
        {title}
      </h2>
      {lead === undefined ? null : <p className="mt-2 max-w-prose text-muted">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
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
        <Figure name="Best quiz" value={quiz === null ? 'not taken' : `${pointsText(quiz.bestScore)} of ${quiz.of}`} />
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
