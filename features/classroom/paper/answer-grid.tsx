import type { PaperForm } from './paper-forms.ts'
import { NameAndDate, Sheet, type SheetHead } from './paper-sheet.tsx'
import type { PrintedLayout } from './printed-item.ts'

/** One sheet to answer a form on, so that marking takes a glance at each row. */
export function AnswerGrid({
  head: { title, className },
  form: { letter, items },
}: {
  head: SheetHead
  form: PaperForm
}) {
  return (
    <Sheet name={`Answers to ${title}, form ${letter}`}>
      <header className="grid gap-4 border-edge border-b pb-4">
        <div className="flex items-baseline justify-between gap-6">
          <div>
            <p className="text-sm">{className}</p>
            <h2 className="text-2xl wrap-anywhere">Answers to {title}</h2>
          </div>
          <p className="shrink-0 text-xl font-semibold">Form {letter}</p>
        </div>
        <NameAndDate />
      </header>
      <ol className="mt-5 columns-1 gap-10 sm:columns-2 print:columns-2">
        {items.map(({ printed }, index) => (
          <li key={printed.itemId} className="flex min-h-9 break-inside-avoid items-center gap-3">
            <span className="w-7 shrink-0 text-right font-semibold tabular-nums">{index + 1}</span>
            <Place layout={printed.layout} />
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

function Place({ layout }: { layout: PrintedLayout }) {
  switch (layout.kind) {
    case 'choose':
      return <Bubbles signs={layout.options.map(({ sign }) => sign)} />
    case 'match':
      return <Blanks signs={layout.prompts.map(({ sign }) => sign)} />
    case 'order':
      return <Blanks signs={layout.entries.map(() => '')} />
    case 'fill':
      return (
        <Blanks
          signs={layout.gaps.map(({ sign }) => sign)}
          isWide={layout.gaps.some((gap) => gap.options.length === 0)}
        />
      )
    case 'write':
      return <span className="h-7 grow border-edge border-b" />
  }
}

function Bubbles({ signs }: { signs: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {signs.map((sign) => (
        <span key={sign} className="grid size-6 place-items-center rounded-full border border-edge text-xs">
          {sign}
        </span>
      ))}
    </span>
  )
}

function Blanks({ signs, isWide = false }: { signs: readonly string[]; isWide?: boolean }) {
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {signs.map((sign, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blanks have no identity but their place
        <span key={index} className="flex items-end gap-1 text-xs">
          {sign}
          <span className={`h-6 border-edge border-b ${isWide ? 'w-20' : 'w-7'}`} />
        </span>
      ))}
    </span>
  )
}
