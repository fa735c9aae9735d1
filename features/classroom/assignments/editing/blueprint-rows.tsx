'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { type SendError, submit } from '@/lib/send.ts'
import type { BlueprintProof } from '../actions.ts'
import { Folded, NumberLine, Select, Ticks } from '../fields.tsx'
import type { Questions } from '../work.ts'
import { chosenText } from './chosen-text.ts'
import type { AssignmentEditor } from './loaders.ts'

type Blueprint = Extract<Questions, { kind: 'blueprint' }>
type Row = Blueprint['cells'][number]

const anyRow: Row = { topics: [], kinds: [], count: 5 }

/** Puts a blueprint together, row by row, and tells at once what the bank holds for it. */
export function BlueprintRows({
  editor,
  blueprint,
  onChange,
}: {
  editor: Pick<AssignmentEditor, 'class' | 'topics' | 'kinds'>
  blueprint: Blueprint
  onChange: (blueprint: Blueprint) => void
}) {
  const { topics, kinds } = editor
  const { cells, forms } = blueprint
  const proof = useProof(editor.class.id, blueprint)
  const rows = (next: Row[]) => onChange({ ...blueprint, cells: next })
  const change = (at: number, part: Partial<Row>) =>
    rows(cells.map((cell, index) => (index === at ? { ...cell, ...part } : cell)))
  return (
    <div className="grid gap-5">
      <ol className="grid gap-4">
        {cells.map((cell, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            key={index}
            className="grid gap-3 rounded-card border border-line bg-sunken p-4"
          >
            <AnyOf
              row={index + 1}
              what="topic"
              choices={topics}
              chosen={cell.topics}
              onChoose={(chosen) => change(index, { topics: chosen })}
            />
            <AnyOf
              row={index + 1}
              what="kind"
              choices={kinds}
              chosen={cell.kinds}
              onChoose={(chosen) => change(index, { kinds: chosen })}
            />
            <div className="grid gap-3 sm:grid-cols-2">
              <Select
                field={`difficulty-${index}`}
                label="Difficulty"
                value={cell.difficulty ?? ''}
                options={[
                  { id: '' as const, text: 'Any difficulty' },
                  { id: 'easy', text: 'Easy' },
                  { id: 'medium', text: 'Medium' },
                  { id: 'hard', text: 'Hard' },
                ]}
                onChoose={(id) => {
                  const { difficulty: _, ...rest } = cell
                  rows(cells.map((one, at) => (at === index ? (id === '' ? rest : { ...rest, difficulty: id }) : one)))
                }}
              />
              <NumberLine
                field={`work.questions.cells.${index}.count`}
                label="How many"
                min={1}
                max={100}
                value={cell.count}
                onNumber={(count) => change(index, { count: count ?? 0 })}
              />
            </div>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="text-sm text-muted" role="status">
                {proof.fitting?.[index] === undefined
                  ? 'Counting…'
                  : `The bank has ${proof.fitting[index].toLocaleString('en-GB')} for this row.`}
              </p>
              {cells.length > 1 && (
                <Button
                  look="quiet"
                  aria-label={`Take row ${index + 1} out`}
                  onClick={() => rows(cells.filter((_, at) => at !== index))}
                >
                  Take out
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button look="quiet" onClick={() => rows([...cells, anyRow])}>
          Add a row
        </Button>
      </div>
      <div className="max-w-sm">
        <Select
          field="work.questions.forms"
          label="Forms"
          hint="Parallel forms ask other questions, as many of each row. They are dealt out in turn."
          value={String(forms)}
          options={Array.from({ length: 9 }, (_, index) => ({
            id: String(index + 1),
            text: index === 0 ? 'One: the same for all' : `${index + 1} parallel forms`,
          }))}
          onChoose={(chosen) => onChange({ ...blueprint, forms: Number(chosen) })}
        />
      </div>
      <div aria-live="polite">
        <ProofText proof={proof} forms={forms} />
      </div>
    </div>
  )
}

/** The topics, or the kinds, of which a question of a row may be. */
function AnyOf<Id extends string>({
  row,
  what,
  choices,
  chosen,
  onChoose,
}: {
  row: number
  what: 'topic' | 'kind'
  choices: readonly { id: Id; title: string }[]
  chosen: readonly Id[]
  onChoose: (chosen: Id[]) => void
}) {
  return (
    <Folded title={`Row ${row}: ${what}s`} holds={chosenText(choices, chosen, `Any ${what}`)}>
      <p className="text-sm text-muted">
        A question of any {what} that you tick will do. None ticked means any {what} there is.
      </p>
      <Ticks
        legend={`Row ${row}: ${what}s`}
        field={`work.questions.cells.${row - 1}.${what}s`}
        choices={choices}
        chosen={chosen}
        onChoose={onChoose}
      />
    </Folded>
  )
}

function ProofText({ proof: { proof, problem }, forms }: { proof: ReturnType<typeof useProof>; forms: number }) {
  if (problem !== null) return <Notice tone="problem">{problem}</Notice>
  if (proof === null) return <p className="text-muted">Drawing it…</p>
  if (proof.kind === 'short') {
    const lacking = proof.lacking.map(({ row, count }) => `row ${row} lacks ${count}`).join(', ')
    return (
      <Notice tone="problem">
        {forms === 1 ? 'It' : `Form ${proof.form}`} cannot be drawn: {lacking}. No two questions of a form give each
        other away, so fewer can stand together than the bank has.
      </Notice>
    )
  }
  if (forms === 1) return <Notice>It can be drawn.</Notice>
  return (
    <Notice>
      All {forms} forms can be drawn
      {proof.repeated === 0
        ? ', and no question stands in two of them.'
        : `; ${proof.repeated} ${proof.repeated === 1 ? 'question stands' : 'questions stand'} in more than one of them.`}
    </Notice>
  )
}

/** Has the server draw the blueprint a moment after it was changed last. */
function useProof(
  classId: string,
  questions: Blueprint,
): { fitting: number[] | null; proof: BlueprintProof['proof'] | null; problem: string | null } {
  const [result, setResult] = useState<{ of: string; proved: BlueprintProof | null; problem: string | null } | null>(
    null,
  )
  const asked = JSON.stringify({ classId, questions })
  useEffect(() => {
    let isCurrent = true
    const tell = (proved: BlueprintProof | null, problem: string | null) =>
      isCurrent && setResult({ of: asked, proved, problem })
    const timer = setTimeout(() => {
      submit<BlueprintProof>('/api/assignments/blueprint', JSON.parse(asked))
        .then((proved) => tell(proved, null))
        .catch((error: SendError) => tell(null, error.message))
    }, 300)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [asked])
  const isCurrent = result?.of === asked
  return {
    fitting: isCurrent ? (result.proved?.fitting ?? null) : null,
    proof: isCurrent ? (result.proved?.proof ?? null) : null,
    problem: isCurrent ? result.problem : null,
  }
}
