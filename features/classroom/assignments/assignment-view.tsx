import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { Meter } from '@/components/meter.tsx'
import { Notice } from '@/components/notice.tsx'
import { Section } from '../section.tsx'
import { AssignmentActs } from './assignment-acts.tsx'
import { BeginAssignment } from './beginning/begin-assignment.tsx'
import { CopyForm } from './copy-form.tsx'
import { NewerNotice } from './editing/newer-notice.tsx'
import type { OwnAssignment, TaughtAssignment } from './loaders.ts'
import { OverrideList } from './override-list.tsx'
import { TimesView } from './times-view.tsx'
import type { WorkPart } from './work-progress.ts'

/** An assignment, as whoever asks may see it. */
export function AssignmentView({ shown }: { shown: OwnAssignment | TaughtAssignment }) {
  return (
    <div className="mx-auto grid max-w-2xl gap-10">
      <AssignmentHeader shown={shown} />
      {shown.instructions !== '' && (
        <p className="font-serif text-lg leading-relaxed whitespace-pre-line wrap-anywhere">{shown.instructions}</p>
      )}
      {shown.kind === 'learner' ? <ForLearner assignment={shown} /> : <ForTeacher assignment={shown} />}
    </div>
  )
}

const states = {
  draft: 'A draft: the class does not see it yet.',
  ahead: 'Published; it opens later.',
  open: 'Published and open.',
  closed: 'Closed.',
}

function AssignmentHeader({ shown }: { shown: OwnAssignment | TaughtAssignment }) {
  return (
    <header className="grid gap-4">
      <div>
        <p className="text-sm text-muted">
          <Link
            href={`/classes/${shown.class.id}`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent"
          >
            {shown.class.name}
          </Link>
        </p>
        <h1 className="mt-1 text-3xl wrap-anywhere">{shown.title}</h1>
        {shown.kind === 'taught' && <p className="mt-1 text-muted">{states[shown.state]}</p>}
      </div>
      <TimesView times={shown.times} />
      {shown.kind === 'learner' && shown.extra !== null && <Notice>{shown.extra}</Notice>}
    </header>
  )
}

function ForLearner({ assignment }: { assignment: OwnAssignment }) {
  const { id, class: ofClass, terms, progress, attempts, attemptsLeft, begin, isHeld, workKind } = assignment
  return (
    <>
      {progress !== null && (
        <Section id="parts" title={workKind === 'lessons' ? 'Lessons to read' : 'Cards to learn'}>
          <div className="grid gap-2">
            <p>{progress.text}</p>
            <Meter label={progress.text} value={progress.done} of={progress.of} />
            <p className="text-sm text-muted">
              {workKind === 'lessons'
                ? 'A lesson is read when all of its checks are answered.'
                : 'A card is learned when it has left its learning steps.'}
            </p>
          </div>
          <Parts parts={progress.parts} unit={workKind === 'lessons' ? 'checks answered' : 'cards learned'} />
        </Section>
      )}
      {workKind === 'quiz' && (
        <Section id="quiz" title="The quiz">
          <Sentences of={terms} />
          {attemptsLeft !== null && attempts.length > 0 && attemptsLeft > 0 && (
            <p>{attemptsLeft === 1 ? 'One attempt is left.' : `${attemptsLeft} attempts are left.`}</p>
          )}
          {begin?.kind === 'begin' && (
            <BeginAssignment classId={ofClass.id} assignmentId={id} asksPassword={begin.asksPassword}>
              {attempts.length === 0 ? 'Begin' : 'Begin another attempt'}
            </BeginAssignment>
          )}
          {begin?.kind === 'go-on' && (
            <div>
              <ButtonLink href={begin.href} prefetch={false}>
                Go on
              </ButtonLink>
            </div>
          )}
          {begin?.kind === 'no' && <Notice>{begin.why}</Notice>}
        </Section>
      )}
      {attempts.length > 0 && (
        <Section id="attempts" title="Your attempts">
          {isHeld && <p className="text-muted">Your teacher releases the points later.</p>}
          <ol className="divide-y divide-line border-line border-y">
            {attempts.map(({ href, text }, index) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 hover:text-accent"
                >
                  <span className="font-semibold underline underline-offset-4">Attempt {index + 1}</span>
                  <span className="text-sm text-muted">{text}</span>
                </Link>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

function ForTeacher({ assignment }: { assignment: TaughtAssignment }) {
  const {
    id,
    class: ofClass,
    state,
    work,
    terms,
    facts,
    parts,
    problem,
    begun,
    newerInWords,
    workKind,
    canAssign,
    canGrade,
  } = assignment
  return (
    <>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {canAssign && <AssignmentActs assignment={assignment} />}
      {newerInWords !== null && (
        <NewerNotice classId={ofClass.id} assignmentId={id} newer={newerInWords} isBegun={begun > 0} />
      )}
      {workKind === 'quiz' && state !== 'draft' && <QuizLinks classId={ofClass.id} assignmentId={id} />}
      <Section id="work" title="What it asks">
        <Sentences of={work} />
        <Parts parts={parts} unit={null} />
        {workKind === 'quiz' && (
          <p>
            {begun === 0
              ? 'Nobody has begun it.'
              : begun === 1
                ? 'One learner has begun it.'
                : `${begun} learners have begun it.`}
          </p>
        )}
        {workKind === 'quiz' && canGrade && (
          <div className="grid gap-2">
            <BeginAssignment classId={ofClass.id} assignmentId={id} isPreview>
              Preview as a learner
            </BeginAssignment>
            <p className="text-sm text-muted">
              You take it as a learner would, whenever you like. It counts for nothing, and the next preview shows the
              next form.
            </p>
          </div>
        )}
      </Section>
      {terms.length > 0 && (
        <Section id="terms" title="What learners read">
          <Sentences of={terms} />
        </Section>
      )}
      <Section id="facts" title="For those who teach">
        <dl className="grid gap-3">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="overrides" title="Other terms">
        <OverrideList assignment={assignment} />
      </Section>
      {canAssign && (
        <Section id="copy" title="Copy to another class">
          <CopyForm assignment={assignment} />
        </Section>
      )}
    </>
  )
}

/** Where a quiz that the class sees is followed up. */
function QuizLinks({ classId, assignmentId }: { classId: string; assignmentId: string }) {
  const href = `/classes/${classId}/assignments/${assignmentId}`
  const links = [
    { href: `${href}/live`, text: 'Live view' },
    { href: `${href}/insight`, text: 'Insight' },
    { href: `${href}/paper`, text: 'On paper' },
    { href: `/classes/${classId}/gradebook/${assignmentId}`, text: 'Grades' },
  ]
  return (
    <nav aria-label="This quiz" className="flex flex-wrap gap-3">
      {links.map((link) => (
        <ButtonLink key={link.href} look="quiet" href={link.href} prefetch={false}>
          {link.text}
        </ButtonLink>
      ))}
    </nav>
  )
}

function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1.5 pl-5">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** Lessons or decks, each with how far somebody is with it where that is asked. */
function Parts({ parts, unit }: { parts: readonly WorkPart[]; unit: string | null }): ReactNode {
  if (parts.length === 0) return null
  return (
    <ul className="divide-y divide-line border-line border-y">
      {parts.map(({ title, href, done, of }) => (
        <li key={href}>
          <Link
            href={href}
            prefetch={false}
            className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 hover:text-accent"
          >
            <span className="font-semibold">{title}</span>
            {unit !== null && (
              <span className="text-sm text-muted">
                {done === of && of > 0 ? '✓ ' : ''}
                {done} of {of} {unit}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
