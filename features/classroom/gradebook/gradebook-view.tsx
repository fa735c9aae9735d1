'use client'

import Link from 'next/link'
import { useCallback, useEffect, useId, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { TextField } from '@/components/field.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, SendError } from '@/lib/send.ts'
import { ExportLinks } from '../export-links.tsx'
import { Section } from '../section.tsx'
import { CellDialog } from './cell-dialog.tsx'
import { gradeText } from './cell-words.ts'
import { DropLowestForm } from './drop-lowest-form.tsx'
import { GradebookGrid } from './gradebook-grid.tsx'
import type { GradebookPage } from './loaders.ts'
import type { GradebookSheet, Release } from './sheet.ts'
import { type Filter, rowsInOrder, type SheetRow, type Sorting, sortedAnew } from './sheet-rows.ts'

/** The gradebook of a class, for those who teach it. */
export function GradebookView({ classId, name, isArchived, canEdit }: GradebookPage) {
  const { sheet, problem, reload } = useSheet(classId)
  return (
    <div className="relative left-1/2 grid w-[min(100vw-2.5rem,90rem)] -translate-x-1/2 gap-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <p className="text-sm text-muted">
            <Link
              href={`/classes/${classId}`}
              prefetch={false}
              className="underline underline-offset-4 hover:text-accent wrap-anywhere"
            >
              {name}
            </Link>
          </p>
          <h1 className="mt-1 text-3xl">Gradebook</h1>
        </div>
        {sheet !== null && sheet.assignments.length > 0 && (
          <p className="flex flex-wrap gap-3">
            <ExportLinks href={`/api/classes/gradebook/export?class=${classId}`} />
          </p>
        )}
      </header>
      {isArchived && <Notice>This class is archived: grades are kept to be read, and take no changes.</Notice>}
      {problem !== null && (
        <Notice tone="problem">
          {problem}{' '}
          <Button look="quiet" onClick={reload}>
            Try again
          </Button>
        </Notice>
      )}
      {sheet === null && problem === null && <p className="text-muted">Grades are being fetched…</p>}
      {sheet !== null && (
        <Sheet classId={classId} sheet={sheet} isArchived={isArchived} canEdit={canEdit} reload={reload} />
      )}
    </div>
  )
}

/** All grades of a class, fetched once the page is there and again when they have changed. */
function useSheet(classId: string): { sheet: GradebookSheet | null; problem: string | null; reload: () => void } {
  const [sheet, setSheet] = useState<GradebookSheet | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const reload = useCallback(() => {
    setProblem(null)
    receive<GradebookSheet>(`/api/classes/gradebook?class=${classId}`)
      .then(setSheet)
      .catch((error: unknown) => {
        if (!(error instanceof SendError)) throw error
        setProblem(error.message)
      })
  }, [classId])
  useEffect(reload, [reload])
  return { sheet, problem, reload }
}

function Sheet({
  classId,
  sheet,
  isArchived,
  canEdit,
  reload,
}: Pick<GradebookPage, 'classId' | 'isArchived' | 'canEdit'> & { sheet: GradebookSheet; reload: () => void }) {
  const [filter, setFilter] = useState<Filter>({ group: null, name: '' })
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', isDescending: false })
  const [opened, setOpened] = useState<{ row: SheetRow; place: number } | null>(null)
  const [kept, setKept] = useState<string | null>(null)
  if (sheet.assignments.length === 0) return <p>Nothing has been assigned to this class yet, so there are no grades.</p>
  if (sheet.learners.length === 0) return <p>Nobody learns in this class yet, so there are no grades.</p>
  const rows = rowsInOrder(sheet, filter, sorting)
  return (
    <>
      <div className="grid gap-4">
        <Filters sheet={sheet} filter={filter} onFilter={setFilter} shown={rows.length} />
        <GradebookGrid
          sheet={sheet}
          rows={rows}
          sorting={sorting}
          onSort={(by) => setSorting(sortedAnew(sorting, by))}
          onOpen={(row, place) => setOpened({ row, place })}
        />
        <p className="text-sm text-muted">
          Arrow keys move between cells; Enter opens one, or sorts by a header. A total is the mean of what counts, by
          weight. Averages include accounts that were deleted since, of which only the numbers are kept.
        </p>
        {kept !== null && <Notice>{kept}</Notice>}
      </div>
      <Section id="assignments" title="Questions and release">
        <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {sheet.assignments.map(({ id, title, weight, release }) => (
            <li key={id}>
              <Link
                href={`/classes/${classId}/gradebook/${id}`}
                prefetch={false}
                className="font-semibold underline underline-offset-4 hover:text-accent wrap-anywhere"
              >
                {title}
              </Link>
              <p className="text-sm text-muted">
                {weight === 0 ? 'Practice, does not count' : `Weight ${gradeText(weight)}`}. {releaseWords[release]}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      {canEdit && (
        <Section id="totals" title="Totals">
          <DropLowestForm classId={classId} dropLowest={sheet.dropLowest} onKept={reload} />
        </Section>
      )}
      {opened !== null && (
        <CellDialog
          classId={classId}
          assignmentId={sheet.assignments[opened.place]?.id ?? ''}
          accountId={opened.row.id}
          isArchived={isArchived}
          onKept={(sentence) => {
            setKept(sentence)
            reload()
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

const releaseWords: Record<Release, string> = {
  shown: 'Learners see their grades.',
  held: 'Grades are held back.',
  scheduled: 'Grades are held back, and released by themselves.',
}

function Filters({
  sheet,
  filter,
  onFilter,
  shown,
}: {
  sheet: GradebookSheet
  filter: Filter
  onFilter: (filter: Filter) => void
  shown: number
}) {
  const id = useId()
  return (
    <div className="flex flex-wrap items-end gap-4">
      <div className="grid gap-1">
        <label htmlFor={`${id}-name`} className="text-sm font-semibold">
          Find a learner
        </label>
        <TextField
          id={`${id}-name`}
          value={filter.name}
          onType={(name) => onFilter({ ...filter, name })}
          className="w-56"
        />
      </div>
      {sheet.groups.length > 0 && (
        <div className="grid gap-1">
          <label htmlFor={`${id}-group`} className="text-sm font-semibold">
            Group
          </label>
          <select
            id={`${id}-group`}
            value={filter.group ?? ''}
            onChange={({ target }) => onFilter({ ...filter, group: target.value === '' ? null : Number(target.value) })}
            className="min-h-11 max-w-full rounded-lg border border-edge bg-surface px-3 text-base text-ink hover:border-accent"
          >
            <option value="">All of the class</option>
            {sheet.groups.map(({ id: groupId, name }, place) => (
              <option key={groupId} value={place}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <p role="status" className="min-h-11 content-center text-sm text-muted">
        {shown === sheet.learners.length
          ? `${shown} ${shown === 1 ? 'learner' : 'learners'}`
          : `${shown} of ${sheet.learners.length} learners`}
      </p>
    </div>
  )
}
