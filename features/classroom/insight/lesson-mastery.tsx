import Link from 'next/link'
import { catalog } from '@/features/catalog/data.ts'
import { countByLevel, type Level } from '@/features/progress/knowledge.ts'
import { LevelBar } from '@/features/progress/level-bar.tsx'

/** How well the facts of each lesson are known, with what the lesson is for. */
export function LessonMastery({ levels }: { levels: Readonly<Record<string, Level>> }) {
  return (
    <ul className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
      {catalog.lessons.map(({ id, title, factIds, objectives }) => {
        const facts = countByLevel(factIds.map((factId) => levels[factId] ?? 0))
        return (
          <li key={id} className="break-inside-avoid">
            <p className="flex items-baseline justify-between gap-4">
              <Link
                href={`/learn/${id}`}
                prefetch={false}
                className="min-h-9 content-end text-ink underline-offset-4 hover:text-accent hover:underline"
              >
                {title}
              </Link>
              <span className="shrink-0 text-sm text-muted">
                {facts[2] + facts[3]} of {factIds.length} recalled
              </span>
            </p>
            <LevelBar of={title} facts={facts} />
            <details className="text-sm">
              <summary className="min-h-9 content-center text-accent">
                Objectives<span className="sr-only"> of {title}</span>
              </summary>
              <ul className="list-disc pl-5 text-muted">
                {objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
