import Link from 'next/link'
import { catalog } from '@/features/catalog/data.ts'
import type { Topic } from '@/features/catalog/schema.ts'
import { type CountByLevel, type Level, levelNames } from './knowledge.ts'
import { LevelKey, levelColumns, levelFills } from './level-key.tsx'
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
          cells: [sumOf(facts), ...facts],
        }))}
      />
    </div>
  )
}

function Row({ mastery: { topic, facts } }: { mastery: TopicMastery }) {
  const total = sumOf(facts)
  const recalled = facts[2] + facts[3]
  return (
    <>
      <p className="flex items-baseline justify-between gap-4">
        <TopicLink topic={topic} />
        <span className="shrink-0 text-sm text-muted">
          {recalled} of {total} recalled
        </span>
      </p>
      <svg role="img" aria-label={barText(topic, facts)} className="block h-3 w-full">
        {segmentsOf(facts).map(({ level, from, count }) => (
          <rect
            key={level}
            x={`${(100 * from) / total}%`}
            width={`${(100 * count) / total}%`}
            height="100%"
            className={levelFills[level]}
          >
            <title>{`${count} ${levelNames[level]}`}</title>
          </rect>
        ))}
      </svg>
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

/** What is known best stands first, as a bar that fills. */
function segmentsOf(facts: CountByLevel): { level: Level; from: number; count: number }[] {
  let from = 0
  return ([3, 2, 1, 0] as const).flatMap((level) => {
    const segment = { level, from, count: facts[level] }
    from += segment.count
    return segment.count === 0 ? [] : [segment]
  })
}

function barText({ title }: Topic, facts: CountByLevel): string {
  return `${title}: ${segmentsOf(facts)
    .map(({ level, count }) => `${count} ${levelNames[level]}`)
    .join(', ')}.`
}

function sumOf(facts: CountByLevel): number {
  return facts.reduce<number>((sum, count) => sum + count, 0)
}
