import Link from 'next/link'
import { Notice } from '@/components/notice.tsx'
import { Section } from '../section.tsx'
import type { GradedAssignment } from './loaders.ts'
import { QuestionList } from './question-list.tsx'
import { ReleasePanel } from './release-panel.tsx'

/** An assignment as it is graded: who sees the grades, and what was decided about its questions. */
export function GradedAssignmentView({ shown }: { shown: GradedAssignment }) {
  const { classId, className, title, isArchived, questions } = shown
  return (
    <div className="mx-auto grid max-w-2xl gap-12">
      <header className="grid gap-4">
        <div>
          <p className="text-sm text-muted">
            <Link
              href={`/classes/${classId}/gradebook`}
              prefetch={false}
              className="underline underline-offset-4 hover:text-accent wrap-anywhere"
            >
              Gradebook of {className}
            </Link>
          </p>
          <h1 className="mt-1 text-3xl wrap-anywhere">{title}</h1>
        </div>
        {isArchived && <Notice>This class is archived: grades are kept to be read, and take no changes.</Notice>}
      </header>
      <Section id="release" title="Who sees the grades">
        <ReleasePanel {...shown} />
      </Section>
      {questions.length > 0 && (
        <Section id="questions" title="Questions">
          <p className="text-muted">
            Those that went worst come first. A question that turns out to be wrong can be voided; before anything
            happens you see whose grade moves.
          </p>
          <QuestionList {...shown} />
        </Section>
      )}
    </div>
  )
}
