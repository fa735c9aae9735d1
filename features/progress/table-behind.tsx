import type { ReactNode } from 'react'

/** One row of a table: what it is about, and its cells. */
export interface TableRow {
  key: string
  head: ReactNode
  cells: readonly (string | number)[]
}

/** What a picture shows, in numbers, for whoever can't see it or wants them exactly. */
export function TableBehind({
  caption,
  columns,
  rows,
}: {
  /** What the table holds; read out, not shown. */
  caption: string
  /** The first is over the heads of the rows. */
  columns: readonly string[]
  rows: readonly TableRow[]
}) {
  return (
    <details className="min-w-0">
      <summary className="min-h-11 content-center text-accent">
        As a table<span className="sr-only">: {caption}</span>
      </summary>
      {/* Scrolls by itself rather than making the page wider than a phone. */}
      <section
        aria-label={caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        tabIndex={0}
        className="overflow-x-auto"
      >
        <table className="text-left text-sm tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead className="text-muted">
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" className={`${cell} align-bottom font-semibold`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, head, cells }) => (
              <tr key={key}>
                <th scope="row" className={`${cell} font-semibold`}>
                  {head}
                </th>
                {cells.map((content, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                    key={index}
                    className={`${cell} whitespace-nowrap`}
                  >
                    {content}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

const cell = 'border-line border-b py-1.5 pr-3 last:pr-0'
