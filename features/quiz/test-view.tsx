import { QuizStanding } from './quiz-standing.tsx'
import type { TestDefinition } from './test-definition.ts'
import { TestStart } from './test-start.tsx'
import { testTerms } from './test-wording.ts'

/** A test before it is taken: what to expect, and its forms. */
export function TestView({ test }: { test: TestDefinition }) {
  return (
    <QuizStanding>
      <div className="mx-auto grid max-w-2xl gap-8">
        <header>
          <p className="text-sm text-muted">Test</p>
          <h1 className="mt-1 text-4xl">{test.title}</h1>
          <p className="mt-3 text-lg text-muted">{test.description}</p>
        </header>
        <section aria-labelledby="terms" className="rounded-card border border-line bg-surface p-5 sm:p-6">
          <h2 id="terms" className="text-xl">
            What to expect
          </h2>
          <ul className="mt-3 list-disc space-y-1.5 pl-5">
            {testTerms(test).map((term) => (
              <li key={term}>{term}</li>
            ))}
          </ul>
        </section>
        <TestStart testId={test.id} forms={test.forms} />
      </div>
    </QuizStanding>
  )
}
