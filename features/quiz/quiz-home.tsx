import Link from 'next/link'
import { catalog } from '@/features/catalog/data.ts'
import { tests } from './bank.ts'
import type { ItemType } from './item.ts'
import { itemTypeNames } from './item-wording.ts'
import { PracticeForm } from './practice-form.tsx'
import { AttemptLists, QuizStanding, TakenForms } from './quiz-standing.tsx'
import { testFacts } from './test-wording.ts'

/** Where quizzes begin: what is open, practice to one's own choice, and tests. */
export function QuizHome() {
  return (
    <QuizStanding>
      <div className="grid gap-14">
        <header>
          <h1 className="text-4xl">Quizzes</h1>
          <p className="mt-2 max-w-prose text-muted">
            Practise what you choose, with the reason after every answer, or take a test and see how it went at the end.{' '}
            <Link href="/scoring" prefetch={false} className="underline underline-offset-4 hover:text-accent">
              How answers are scored
            </Link>
            .
          </p>
        </header>
        <AttemptLists what="open" />
        <section aria-labelledby="practice">
          <h2 id="practice" className="text-2xl">
            Practice
          </h2>
          <PracticeForm
            topics={catalog.topics.map(({ id, title, parent }) => ({ id, title, parent: parent ?? null }))}
            kinds={(Object.keys(itemTypeNames) as ItemType[]).map((id) => ({ id, title: itemTypeNames[id] }))}
          />
        </section>
        <section aria-labelledby="tests">
          <h2 id="tests" className="text-2xl">
            Tests
          </h2>
          <p className="mt-2 max-w-prose text-muted">
            Each comes in parallel forms: other questions, as many on every topic and as hard.
          </p>
          <ul className="mt-5 grid gap-4 sm:grid-cols-2">
            {tests.map((test) => (
              <li key={test.id} className="grid content-start gap-2 rounded-card border border-line bg-surface p-5">
                <h3 className="text-xl">
                  <Link
                    href={`/tests/${test.id}`}
                    prefetch={false}
                    className="text-accent underline-offset-4 hover:underline"
                  >
                    {test.title}
                  </Link>
                </h3>
                <p className="text-muted">{test.description}</p>
                <p className="text-sm text-muted">{testFacts(test)}</p>
                <TakenForms testId={test.id} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="of-lessons">
          <h2 id="of-lessons" className="text-2xl">
            Quizzes of the lessons
          </h2>
          <ul className="mt-5 grid gap-x-8 gap-y-1 sm:grid-cols-2">
            {catalog.lessons.map(({ id, title, order }) => (
              <li key={id}>
                <Link
                  href={`/quiz/${id}`}
                  prefetch={false}
                  className="flex min-h-11 items-center gap-3 underline-offset-4 hover:text-accent hover:underline"
                >
                  <span className="w-6 text-right text-muted tabular-nums">{order}</span> {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <AttemptLists what="ended" />
      </div>
    </QuizStanding>
  )
}
