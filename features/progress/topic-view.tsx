import Link from 'next/link'
import { catalog } from '@/features/catalog/data.ts'
import type { Topic } from '@/features/catalog/schema.ts'
import { countOf, type Level } from './knowledge.ts'
import { LevelBar } from './level-bar.tsx'
import { LevelKey, levelColumns } from './level-key.tsx'
import { TableBehind } from './table-behind.tsx'
import { masteryByTopic, type TopicMastery } from './topic-mastery.ts'

const branchTitles = { pillars: 'Pillars', debates: 'Debates', actors: 'Actors', dialogue: 'The dialogue' } as const

/** How well the facts of each topic are known; a topic leads to its cards. */
export function TopicView({ levels }: { levels: Readonly<Record<string, Level>> }) {
  const mastery = masteryByTopic(catalog, levels)
  const branches = [...new Set(mastery.map(({ topic }) => topic.branch))]
  return (
    <div className="grid gap-3">
      <LevelKey label="Key to the topics" />
      <div className="mt-2 grid gap-6">
        {branches.map((branch) => (
          <section key={branch}>
            <h3 className="font-sans text-sm font-semibold text-muted">{branchTitles[branch]}</h3>
            <ul className="mt-1 grid gap-x-10 sm:grid-cols-2">
              {mastery
                .filter(({ topic }) => topic.branch === branch)
                .map((each) => (
                  <li key={each.topic.id} className="pb-3">
                    <Row mastery={each} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <TableBehind
        caption="Facts by topic and how well they are known"
        columns={['Topic', 'Facts', ...levelColumns]}
        rows={mastery.map(({ topic, facts }) => ({
          key: topic.id,
          head: topic.title,
          cells: [countOf(facts), ...facts],
        }))}
      />
    </div>
  )
}

function Row({ mastery: { topic, facts } }: { mastery: TopicMastery }) {
  const total = countOf(facts)
  const recalled = facts[2] + facts[3]
  return (
    <>
      <p className="flex items-baseline justify-between gap-4">
        <TopicLink topic={topic} />
        <span className="shrink-0 text-sm text-muted">
          {recalled} of {total} recalled
        </span>
      </p>
      <LevelBar of={topic.title} facts={facts} />
    </>
  )
}

function TopicLink({ topic: { id, title } }: { topic: Topic }) {
  return (
    <Link
      href={`/review/topic/${id}`}
      prefetch={false}
      className="min-h-9 content-end text-ink underline-offset-4 hover:text-accent hover:underline"
    >
      {title}
    </Link>
  )
}
