import type { ReactNode } from 'react'
import type { PaperForm } from './paper-forms.ts'
import type { PrintedItem, PrintedLayout, Signed } from './printed-item.ts'

/** What stands at the head of every sheet. */
export interface SheetHead {
  title: string
  className: string
  /** What the teacher says about it; empty where there is nothing to say. */
  instructions: string
  minutes: number | null
}

/** The questions of one form, to be written on. */
export function PaperSheet({ head, form: { letter, items } }: { head: SheetHead; form: PaperForm }) {
  return (
    <Sheet name={`${head.title}, form ${letter}`}>
      <header className="grid gap-4 border-edge border-b pb-4">
        <div className="flex items-baseline justify-between gap-6">
          <div>
            <p className="text-sm">{head.className}</p>
            <h2 className="text-2xl wrap-anywhere">{head.title}</h2>
          </div>
          <p className="shrink-0 text-xl font-semibold">Form {letter}</p>
        </div>
        <NameAndDate />
        {head.instructions !== '' && <p>{head.instructions}</p>}
        <p className="text-sm">
          {items.length} {items.length === 1 ? 'question' : 'questions'}, one point each
          {head.minutes !== null && `; ${head.minutes} minutes`}.
        </p>
      </header>
      <ol className="mt-6 grid gap-7">
        {items.map(({ printed }, index) => (
          <li key={printed.itemId} className="break-inside-avoid">
            <PrintedQuestion number={index + 1} printed={printed} />
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

/** A page of its own on paper, a card on the screen. */
export function Sheet({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section
      aria-label={name}
      className="rounded-card border border-line bg-surface p-6 break-before-page first:break-before-auto sm:p-8 print:rounded-none print:border-0 print:p-0"
    >
      {children}
    </section>
  )
}

/** Lines for whoever takes the test. */
export function NameAndDate() {
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4 pt-2 text-sm">
      <p className="flex min-w-52 grow items-end gap-2">
        Name <span className="h-6 grow border-edge border-b" />
      </p>
      <p className="flex min-w-36 items-end gap-2">
        Date <span className="h-6 grow border-edge border-b" />
      </p>
    </div>
  )
}

function PrintedQuestion({
  number,
  printed: { task, question, isQuote, layout },
}: {
  number: number
  printed: PrintedItem
}) {
  return (
    <div className="grid grid-cols-[2rem_1fr] gap-x-1">
      <p className="font-semibold tabular-nums">{number}.</p>
      <div className="grid min-w-0 gap-3">
        <div>
          <p className="text-sm text-muted">{task}</p>
          {question !== '' && (
            <p className="font-serif text-lg leading-snug font-semibold wrap-anywhere">
              {isQuote ? <q>{question}</q> : question}
            </p>
          )}
        </div>
        <Layout layout={layout} />
      </div>
    </div>
  )
}

function Layout({ layout }: { layout: PrintedLayout }) {
  switch (layout.kind) {
    case 'choose':
      return <Lettered options={layout.options} box={layout.isSeveral ? 'square' : 'round'} />
    case 'write':
      return (
        <p className="flex items-end gap-2">
          <span className="h-8 w-56 max-w-full border-edge border-b" />
          {layout.after}
        </p>
      )
    case 'match':
      return (
        <div className="grid gap-4 sm:grid-cols-2 print:grid-cols-2">
          <ul className="grid content-start gap-2">
            {layout.prompts.map(({ id, sign, text }) => (
              <li key={id} className="grid grid-cols-[1.5rem_1fr_2.5rem] items-end gap-2">
                <span className="self-start tabular-nums">{sign}</span>
                <span className="wrap-anywhere">{text}</span>
                <span className="h-6 border-edge border-b" />
              </li>
            ))}
          </ul>
          <Lettered options={layout.choices} box={null} />
        </div>
      )
    case 'order':
      return (
        <div className="grid gap-4">
          <Lettered options={layout.entries} box={null} />
          <p className="flex flex-wrap items-end gap-3">
            First
            {layout.entries.map(({ id }) => (
              <span key={id} className="h-7 w-9 border-edge border-b" />
            ))}
            last
          </p>
        </div>
      )
    case 'fill':
      return (
        <>
          <p className="font-serif text-lg leading-loose">
            {layout.pieces.map((piece, index) => {
              const gap = layout.gaps[index]
              return (
                <span key={gap?.id ?? 'end'}>
                  {piece}
                  {gap !== undefined && (
                    <span className="inline-block min-w-28 border-edge border-b text-sm text-muted">({gap.sign})</span>
                  )}
                </span>
              )
            })}
          </p>
          {layout.gaps.map(({ id, sign, options }) =>
            options.length === 0 ? null : (
              <div key={id} className="grid grid-cols-[2.5rem_1fr]">
                <p className="text-muted">({sign})</p>
                <Lettered options={options} box="round" />
              </div>
            ),
          )}
        </>
      )
  }
}

const boxes = { round: 'rounded-full', square: 'rounded-xs' }

function Lettered({ options, box }: { options: readonly Signed[]; box: keyof typeof boxes | null }) {
  return (
    <ul className="grid content-start gap-1.5">
      {options.map(({ id, sign, text }) => (
        <li key={id} className="flex gap-2.5">
          {box !== null && <span className={`mt-1 size-4 shrink-0 border border-edge ${boxes[box]}`} />}
          <span className="w-5 shrink-0 font-semibold">{sign}</span>
          <span className="min-w-0 wrap-anywhere">{text}</span>
        </li>
      ))}
    </ul>
  )
}
