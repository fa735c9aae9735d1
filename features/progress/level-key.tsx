import { levelNames } from './knowledge.ts'

/** How each level is coloured, the lowest first, wherever levels are drawn. */
export const levelFills = ['fill-line', 'fill-accent/40', 'fill-accent/70', 'fill-accent'] as const

/** The levels as heads of columns. */
export const levelColumns = levelNames.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`)

/** What the colours of the levels mean. */
export function LevelKey({ label, isOfSentences = false }: { label: string; isOfSentences?: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted" aria-label={label}>
      {levelNames.map((name, level) => (
        <li key={name} className="flex items-center gap-2">
          <svg aria-hidden="true" className="h-3 w-6">
            <rect width="100%" height="100%" rx="2" className={levelFills[level]} />
          </svg>
          {name}
        </li>
      ))}
      {isOfSentences ? (
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="h-3 w-6 rounded-xs border border-line border-dashed" />
          states no fact
        </li>
      ) : null}
    </ul>
  )
}
