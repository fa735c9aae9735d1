import Link from 'next/link'
import { cellFigure, cellWords, percentText } from './cell-words.ts'
import { decisionWords } from './item-decision-words.ts'
import type { OwnGrades } from './loaders.ts'

/** A learner's own grades in a class, of what their teacher lets them see. */
export function OwnGradesView({ classId, name, total, dropLowest, grades }: OwnGrades) {
  return (
    <div className="mx-auto grid max-w-2xl gap-10">
      <header>
        <p className="text-sm text-muted">
          <Link
            href={`/classes/${classId}`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent wrap-anywhere"
          >
            {name}
          </Link>
        </p>
        <h1 className="mt-1 text-3xl">Your grades</h1>
        {grades.length === 0 ? (
          <p className="mt-4">There is nothing to see yet. A grade appears once your teacher has released it.</p>
        ) : (
          <p className="mt-4 text-lg tabular-nums">
            Total so far: <strong>{percentText(total)}</strong>
            {dropLowest > 0 && (
              <span className="text-base text-muted">
                {' '}
                ({dropLowest === 1 ? 'your lowest grade is' : `your ${dropLowest} lowest grades are`} left out)
              </span>
            )}
          </p>
        )}
      </header>
      {grades.length > 0 && (
        <ul className="grid gap-3">
          {grades.map(({ id, title, weight, cell, isDropped, comment, questions }) => {
            // That there is a comment is seen from the comment.
            const words = [
              ...cellWords({ ...cell, hasComment: false }),
              ...(isDropped ? ['left out as lowest'] : []),
              ...(weight === 0 ? ['practice, does not count'] : []),
            ]
            return (
              <li key={id} className="grid gap-2 rounded-lg border border-line px-4 py-3">
                <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <h2 className="text-lg wrap-anywhere">
                    <Link
                      href={`/classes/${classId}/assignments/${id}`}
                      prefetch={false}
                      className="underline underline-offset-4 hover:text-accent"
                    >
                      {title}
                    </Link>
                  </h2>
                  <p className="font-semibold tabular-nums">{cellFigure(cell)}</p>
                </div>
                {words.length > 0 && <p className="text-sm text-muted">{words.join(', ')}</p>}
                {[...new Set(questions)].map((kind) => (
                  <p key={kind} className="text-sm">
                    {decisionWords[kind].toLearner}
                  </p>
                ))}
                {comment !== '' && (
                  <blockquote className="rounded-lg bg-sunken px-3 py-2 whitespace-pre-line wrap-anywhere">
                    <p className="text-sm text-muted">Your teacher wrote:</p>
                    {comment}
                  </blockquote>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
