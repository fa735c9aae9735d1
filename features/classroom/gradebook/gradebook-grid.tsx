'use client'

import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { cellFigure, cellWords, gradeText, percentText } from './cell-words.ts'
import { type Place, placeAfter } from './grid-keys.ts'
import type { GradebookSheet } from './sheet.ts'
import { cellAt, type SheetRow, type Sorting, type SortKey } from './sheet-rows.ts'

const sizes = { header: 96, row: 56, footer: 56, total: 124, assignment: 168 }
/** Columns before the first assignment: the name and the total. */
const leading = 2

/**
 * Learners by assignments, of which only those in sight are drawn, however many there are. It says how many rows and
 * columns it has, and one cell at a time takes the focus: arrow keys move it, Enter opens a cell or sorts by a header.
 */
export function GradebookGrid({
  sheet,
  rows,
  sorting,
  onSort,
  onOpen,
}: {
  sheet: GradebookSheet
  /** Those shown, in order. */
  rows: readonly SheetRow[]
  sorting: Sorting
  onSort: (by: SortKey) => void
  onOpen: (row: SheetRow, assignment: number) => void
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [nameWidth] = useState(() => (window.matchMedia('(max-width: 640px)').matches ? 132 : 232))
  const size = { rows: rows.length + 2, columns: sheet.assignments.length + leading }
  const [wanted, setWanted] = useState<Place>({ row: Math.min(1, rows.length), column: 0 })
  const active = { row: Math.min(wanted.row, size.rows - 1), column: Math.min(wanted.column, size.columns - 1) }
  const isMoving = useRef(false)

  // The cell with the focus stays drawn when it is scrolled out of sight, or the focus would be lost.
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => sizes.row,
    overscan: 6,
    paddingStart: sizes.header,
    paddingEnd: sizes.footer,
    scrollPaddingStart: sizes.header,
    scrollPaddingEnd: sizes.footer,
    rangeExtractor: keeping(active.row - 1),
  })
  const across = useVirtualizer({
    horizontal: true,
    count: sheet.assignments.length,
    getScrollElement: () => frame.current,
    estimateSize: () => sizes.assignment,
    overscan: 2,
    paddingStart: nameWidth + sizes.total,
    scrollPaddingStart: nameWidth,
    rangeExtractor: keeping(active.column - leading),
  })
  const drawnRows = withGaps(down.getVirtualItems(), rows.length)
  const drawnColumns = withGaps(across.getVirtualItems(), sheet.assignments.length)

  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    frame.current
      ?.querySelector<HTMLElement>(`[data-place="${active.row} ${active.column}"]`)
      ?.focus({ preventScroll: true })
  })

  function move(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / sizes.row) - 3)
    const press = { key: event.key, hasControl: event.ctrlKey || event.metaKey }
    const to = placeAfter(press, active, { ...size, page })
    if (to === null) return
    event.preventDefault()
    if (to.row > 0 && to.row <= rows.length) down.scrollToIndex(to.row - 1)
    if (to.column >= leading) across.scrollToIndex(to.column - leading)
    else frame.current?.scrollTo({ left: 0 })
    isMoving.current = true
    setWanted(to)
  }

  /** What makes something the one that takes the focus at a place. */
  const focusable = (row: number, column: number) => ({
    'data-place': `${row} ${column}`,
    tabIndex: row === active.row && column === active.column ? 0 : -1,
    onFocus: () => setWanted({ row, column }),
  })
  const sortOf = (by: SortKey) =>
    sorting.by === by ? (sorting.isDescending ? ('descending' as const) : ('ascending' as const)) : undefined
  const sortButton = (by: SortKey, column: number, children: ReactNode) => (
    <button
      type="button"
      {...focusable(0, column)}
      onClick={() => onSort(by)}
      className="flex h-[5.9375rem] w-full flex-col justify-end px-3 py-2 text-left font-normal hover:text-accent focus-visible:-outline-offset-3"
    >
      {children}
    </button>
  )

  return (
    <div
      ref={frame}
      className="relative max-h-[min(75dvh,56rem)] w-fit max-w-full overflow-auto rounded-lg border border-line bg-surface"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA practices make a grid of a table so
        role="grid"
        aria-label="Gradebook"
        aria-rowcount={size.rows}
        aria-colcount={size.columns}
        onKeyDown={move}
        className="table-fixed border-separate border-spacing-0 text-sm tabular-nums"
        style={{ width: across.getTotalSize() }}
      >
        <colgroup>
          <col style={{ width: nameWidth }} />
          <col style={{ width: sizes.total }} />
          {sheet.assignments.map(({ id }) => (
            <col key={id} style={{ width: sizes.assignment }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: sizes.header }}>
            <th
              scope="col"
              aria-colindex={1}
              aria-sort={sortOf('name')}
              className="sticky top-0 left-0 z-30 h-24 border-line border-r border-b bg-sunken p-0"
            >
              {sortButton('name', 0, <HeaderText title="Name" order={sortOf('name')} note="" />)}
            </th>
            <th
              scope="col"
              aria-colindex={2}
              aria-sort={sortOf('total')}
              className="sticky top-0 z-20 h-24 border-line border-b bg-sunken p-0"
            >
              {sortButton('total', 1, <HeaderText title="Total" order={sortOf('total')} note={dropNote(sheet)} />)}
            </th>
            {drawnColumns.map((drawn) =>
              drawn.kind === 'gap' ? (
                <td
                  key={drawn.key}
                  colSpan={drawn.count}
                  aria-hidden="true"
                  className="sticky top-0 z-20 border-line border-b bg-sunken"
                />
              ) : (
                <th
                  key={drawn.key}
                  scope="col"
                  aria-colindex={drawn.index + leading + 1}
                  aria-sort={sortOf(drawn.index)}
                  className="sticky top-0 z-20 h-24 border-line border-b bg-sunken p-0"
                >
                  {sortButton(
                    drawn.index,
                    drawn.index + leading,
                    <AssignmentHeader sheet={sheet} place={drawn.index} order={sortOf(drawn.index)} />,
                  )}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {drawnRows.map((drawn) => {
            if (drawn.kind === 'gap') {
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row, which nothing can focus
              return <tr key={drawn.key} aria-hidden="true" style={{ height: drawn.count * sizes.row }} />
            }
            const row = rows[drawn.index]
            if (row === undefined) return null
            const at = drawn.index + 1
            return (
              <tr key={row.id} aria-rowindex={at + 1} style={{ height: sizes.row }}>
                <th
                  scope="row"
                  aria-colindex={1}
                  {...focusable(at, 0)}
                  className="sticky left-0 z-10 overflow-hidden border-line border-r border-b bg-surface px-3 text-left font-semibold focus-visible:-outline-offset-3"
                >
                  <span className="line-clamp-2 wrap-anywhere">{row.name}</span>
                </th>
                <td
                  aria-colindex={2}
                  {...focusable(at, 1)}
                  className="border-line border-b px-3 font-semibold focus-visible:-outline-offset-3"
                >
                  {percentText(row.total)}
                </td>
                {drawnColumns.map((column) =>
                  column.kind === 'gap' ? (
                    <td key={column.key} colSpan={column.count} aria-hidden="true" className="border-line border-b" />
                  ) : (
                    <td
                      key={column.key}
                      aria-colindex={column.index + leading + 1}
                      className="overflow-hidden border-line border-b p-0"
                    >
                      <button
                        type="button"
                        {...focusable(at, column.index + leading)}
                        onClick={() => onOpen(row, column.index)}
                        className="flex h-[3.4375rem] w-full flex-col justify-center px-3 text-left hover:bg-accent-soft focus-visible:-outline-offset-3"
                      >
                        <CellText sheet={sheet} row={row} place={column.index} />
                      </button>
                    </td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr aria-rowindex={size.rows} style={{ height: sizes.footer }}>
            <th
              scope="row"
              aria-colindex={1}
              {...focusable(size.rows - 1, 0)}
              className="sticky bottom-0 left-0 z-30 border-line border-t border-r bg-sunken px-3 text-left font-semibold focus-visible:-outline-offset-3"
            >
              Class average
            </th>
            <td
              aria-colindex={2}
              {...focusable(size.rows - 1, 1)}
              className="sticky bottom-0 z-20 border-line border-t bg-sunken px-3 font-semibold focus-visible:-outline-offset-3"
            >
              {percentText(sheet.averageTotal)}
            </td>
            {drawnColumns.map((drawn) =>
              drawn.kind === 'gap' ? (
                <td
                  key={drawn.key}
                  colSpan={drawn.count}
                  aria-hidden="true"
                  className="sticky bottom-0 z-20 border-line border-t bg-sunken"
                />
              ) : (
                <td
                  key={drawn.key}
                  aria-colindex={drawn.index + leading + 1}
                  {...focusable(size.rows - 1, drawn.index + leading)}
                  className="sticky bottom-0 z-20 border-line border-t bg-sunken px-3 focus-visible:-outline-offset-3"
                >
                  <AverageText sheet={sheet} place={drawn.index} />
                </td>
              ),
            )}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function HeaderText({
  title,
  note,
  order,
}: {
  title: string
  note: string
  order: 'ascending' | 'descending' | undefined
}) {
  return (
    <>
      <span className="line-clamp-2 wrap-anywhere font-semibold leading-snug">
        {title}
        {order !== undefined && <span aria-hidden="true"> {order === 'ascending' ? '↑' : '↓'}</span>}
      </span>
      <span className="truncate text-xs text-muted">{note}</span>
    </>
  )
}

function AssignmentHeader({
  sheet,
  place,
  order,
}: {
  sheet: GradebookSheet
  place: number
  order: 'ascending' | 'descending' | undefined
}) {
  const assignment = sheet.assignments[place]
  if (assignment === undefined) return null
  const { title, weight, release } = assignment
  const notes = [
    ...(release === 'shown' ? [] : ['held back']),
    ...(weight === 1 ? [] : [weight === 0 ? 'practice' : `counts ${gradeText(weight)}×`]),
  ]
  return <HeaderText title={title} order={order} note={notes.join(', ')} />
}

function CellText({ sheet, row, place }: { sheet: GradebookSheet; row: SheetRow; place: number }) {
  const cell = cellAt(sheet, row, place)
  const words = [...cellWords(cell), ...(row.dropped.includes(place) ? ['dropped'] : [])]
  return (
    <>
      <span className={`block ${cell.points === null || cell.isExcused ? 'text-muted' : 'font-semibold'}`}>
        {cellFigure(cell)}
      </span>
      {words.length > 0 && (
        <span className={`block truncate text-xs ${cell.isLate && !cell.isExcused ? 'text-incorrect' : 'text-muted'}`}>
          {words.join(', ')}
        </span>
      )}
    </>
  )
}

function AverageText({ sheet, place }: { sheet: GradebookSheet; place: number }) {
  const { average = null, ofDeleted = 0 } = sheet.assignments[place] ?? {}
  return (
    <>
      <span className="block font-semibold">{percentText(average?.percent ?? null)}</span>
      {average !== null && (
        <span className="block truncate text-xs text-muted">
          of {average.of}
          {ofDeleted > 0 && `, ${ofDeleted} deleted`}
        </span>
      )}
    </>
  )
}

function dropNote({ dropLowest }: GradebookSheet): string {
  return dropLowest === 0 ? '' : dropLowest === 1 ? 'lowest dropped' : `${dropLowest} dropped`
}

/** What is drawn, in order: items, and gaps for as many as are not. */
type Drawn = { kind: 'item'; key: string; index: number } | { kind: 'gap'; key: string; count: number }

function withGaps(items: readonly VirtualItem[], count: number): Drawn[] {
  const drawn: Drawn[] = []
  let next = 0
  const leaveTo = (index: number) => {
    if (index > next) drawn.push({ kind: 'gap', key: `gap ${index}`, count: index - next })
    next = index
  }
  for (const { index } of items) {
    leaveTo(index)
    drawn.push({ kind: 'item', key: `item ${index}`, index })
    next = index + 1
  }
  leaveTo(count)
  return drawn
}

/** Draws what is in sight, and one more wherever it is. */
function keeping(index: number): (range: Range) => number[] {
  return (range) => {
    const inSight = defaultRangeExtractor(range)
    const isElsewhere = index >= 0 && index < range.count && !inSight.includes(index)
    return isElsewhere ? [...inSight, index].sort((a, b) => a - b) : inSight
  }
}
