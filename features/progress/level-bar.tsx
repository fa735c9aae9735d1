import { type CountByLevel, countOf, type Level, levelNames } from './knowledge.ts'
import { levelFills } from './level-key.tsx'

/** How many of some facts are known how well, as a bar that fills. */
export function LevelBar({
  of,
  facts,
}: {
  /** Whose facts they are, for whoever hears it. */ of: string
  facts: CountByLevel
}) {
  const total = countOf(facts)
  const segments = segmentsOf(facts)
  const told = segments.map(({ level, count }) => `${count} ${levelNames[level]}`).join(', ')
  return (
    <svg role="img" aria-label={`${of}: ${told}.`} className="block h-3 w-full">
      {segments.map(({ level, from, count }) => (
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
  )
}

/** What is known best stands first. */
function segmentsOf(facts: CountByLevel): { level: Level; from: number; count: number }[] {
  let from = 0
  return ([3, 2, 1, 0] as const).flatMap((level) => {
    const segment = { level, from, count: facts[level] }
    from += segment.count
    return segment.count === 0 ? [] : [segment]
  })
}
