import Link from 'next/link'
import { ButtonLink } from '@/components/button.tsx'
import { Section } from '../section.tsx'
import type { AssignmentList as Listed, OwnListed, TaughtListed } from './loaders.ts'
import { tellingTime, urgentTime } from './times-view.tsx'

/** What things to do are called. */
const kindNames = { lessons: 'Lessons', cards: 'Cards', quiz: 'Quiz' }

/** How things stand, in a word. */
const standingNames: Record<OwnListed['standing'], string> = {
  begun: 'Begun',
  late: 'Late',
  open: 'To do',
  ahead: 'Not open yet',
  done: 'Done',
  missed: 'Closed',
}

const stateNames: Record<TaughtListed['state'], string> = {
  draft: 'Draft',
  ahead: 'Not open yet',
  open: 'Open',
  closed: 'Closed',
}

/** What a class is assigned, on its page. */
export function AssignmentList({ list }: { list: Listed }) {
  return (
    <Section id="assignments" title="Assignments">
      {list.assignments.length === 0 ? (
        <p className="text-muted">
          {list.kind === 'learner'
            ? 'Nothing is assigned yet.'
            : 'Nothing is assigned yet: lessons to read, cards to learn, or a quiz.'}
        </p>
      ) : (
        <ul className="grid gap-3">
          {list.kind === 'learner'
            ? list.assignments.map((assignment) => (
                <li key={assignment.id}>
                  <OwnLink assignment={assignment} />
                </li>
              ))
            : list.assignments.map((assignment) => (
                <li key={assignment.id}>
                  <TaughtLink assignment={assignment} />
                </li>
              ))}
        </ul>
      )}
      {list.kind === 'taught' && list.canAssign && (
        <div>
          <ButtonLink href={`/classes/${list.classId}/assignments/new`} prefetch={false}>
            New assignment
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}

const card = 'block rounded-card border border-line bg-surface px-5 py-4 no-underline hover:border-accent'

/** An assignment in a list of what there is to do. */
export function OwnLink({
  assignment,
  isNamed = false,
}: {
  assignment: OwnListed /** Whether its class is named. */
  isNamed?: boolean
}) {
  const { href, title, className, kind, standing, progress } = assignment
  return (
    <Link href={href} prefetch={false} className={card}>
      <span className="block font-serif text-lg font-semibold text-accent wrap-anywhere">{title}</span>
      <span className="block text-sm text-ink">
        <strong>{standingNames[standing]}</strong>, {urgentTime(assignment)}
      </span>
      <span className="block text-sm text-muted wrap-anywhere">
        {isNamed && `${className}: `}
        {progress ?? kindNames[kind]}
      </span>
    </Link>
  )
}

function TaughtLink({ assignment }: { assignment: TaughtListed }) {
  const { href, title, kind, state, begun } = assignment
  return (
    <Link href={href} prefetch={false} className={card}>
      <span className="block font-serif text-lg font-semibold text-accent wrap-anywhere">{title}</span>
      <span className="block text-sm text-ink">
        <strong>{stateNames[state]}</strong>, {tellingTime(assignment)}
      </span>
      <span className="block text-sm text-muted">
        {kindNames[kind]}
        {begun !== null && (begun === 0 ? ', begun by nobody' : `, begun by ${begun}`)}
      </span>
    </Link>
  )
}
