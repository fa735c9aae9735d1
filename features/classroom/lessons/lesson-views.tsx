import Link from 'next/link'
import { ButtonLink } from '@/components/button.tsx'
import { listText } from '../list-text.ts'
import { Section } from '../section.tsx'
import type { ListedLesson } from './data.ts'
import { LessonBody } from './lesson-body.tsx'
import { LessonForm, LessonSharing } from './lesson-form.tsx'
import type { LessonPage, ReadLesson } from './loaders.ts'

/** The lessons that somebody has written. */
export function OwnLessonsView({ lessons }: { lessons: readonly ListedLesson[] }) {
  return (
    <div className="mx-auto grid max-w-2xl gap-8">
      <header className="grid gap-4">
        <div>
          <BackTo href="/bank">Question bank</BackTo>
          <h1 className="text-3xl">Lessons of your own</h1>
          <p className="mt-2 text-muted">Nobody sees them but you and the classes that you share them with.</p>
        </div>
        <ButtonLink href="/bank/lessons/new" prefetch={false} className="justify-self-start">
          New lesson
        </ButtonLink>
      </header>
      {lessons.length === 0 ? <p>None yet.</p> : null}
      <ul className="grid gap-3">
        {lessons.map(({ id, title, classes }) => (
          <li key={id}>
            <Link
              href={`/bank/lessons/${id}`}
              prefetch={false}
              className="block rounded-card border border-line bg-surface px-5 py-4 no-underline hover:border-accent"
            >
              <span className="block font-serif text-lg font-semibold text-accent wrap-anywhere">{title}</span>
              <span className="text-sm text-muted">
                {classes.length === 0 ? 'Yours alone' : `Read by ${listText(classes)}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The form of a lesson, with who reads it. */
export function LessonPageView({ page, place }: { page: LessonPage; place: string }) {
  const isNew = page.sequence === null
  return (
    <div className="mx-auto grid max-w-6xl gap-12">
      <header>
        <BackTo href="/bank/lessons">Lessons of your own</BackTo>
        <h1 className="text-3xl">{isNew ? 'New lesson' : 'Change a lesson'}</h1>
        {isNew ? null : (
          <p className="mt-1 text-sm">
            <Link href={`/lessons/${page.id}`} prefetch={false} className="text-accent underline underline-offset-4">
              Read it as others do
            </Link>
          </p>
        )}
      </header>
      <LessonForm key={place} page={page} place={place} />
      {isNew ? null : (
        <div className="max-w-2xl">
          <Section id="sharing" title="Sharing">
            <LessonSharing page={page} />
          </Section>
        </div>
      )}
    </div>
  )
}

/** A lesson that somebody has written, as it is read. */
export function ReadLessonView({ lesson: { id, title, body, author, places, canEdit } }: { lesson: ReadLesson }) {
  return (
    <article className="mx-auto max-w-2xl">
      <header>
        <p className="text-sm text-muted">A lesson by {author}</p>
        <h1 className="mt-1 text-4xl wrap-anywhere">{title}</h1>
      </header>
      <LessonBody body={body} places={places} />
      {canEdit ? (
        <p className="mt-8 text-sm">
          <Link href={`/bank/lessons/${id}`} prefetch={false} className="text-accent underline underline-offset-4">
            Change it
          </Link>
        </p>
      ) : null}
    </article>
  )
}

/** The lessons that a class reads beside those of the site. */
export function ClassLessons({ lessons }: { lessons: readonly { id: string; title: string }[] }) {
  if (lessons.length === 0) return null
  return (
    <Section id="lessons" title="Lessons for this class">
      <ul className="grid gap-2">
        {lessons.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={`/lessons/${id}`}
              prefetch={false}
              className="text-accent underline underline-offset-4 wrap-anywhere"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function BackTo({ href, children }: { href: string; children: string }) {
  return (
    <p className="text-sm text-muted">
      <Link href={href} prefetch={false} className="underline underline-offset-4 hover:text-accent">
        {children}
      </Link>
    </p>
  )
}
