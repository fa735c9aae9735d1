import type { PaperForm } from './paper-forms.ts'
import { Sheet, type SheetHead } from './paper-sheet.tsx'

/** What is right on one form, on a sheet of its own, for whoever marks it. */
export function KeySheet({
  head: { title, className },
  form: { letter, items },
}: {
  head: SheetHead
  form: PaperForm
}) {
  return (
    <Sheet name={`Key to ${title}, form ${letter}`}>
      <header className="flex items-baseline justify-between gap-6 border-edge border-b pb-4">
        <div>
          <p className="text-sm">{className}</p>
          <h2 className="text-2xl wrap-anywhere">Key to {title}</h2>
        </div>
        <p className="shrink-0 text-xl font-semibold">Form {letter}</p>
      </header>
      <table className="mt-4 w-full text-left">
        <thead className="text-sm">
          <tr>
            <th scope="col" className="w-14 py-1.5 font-semibold">
              No.
            </th>
            <th scope="col" className="w-1/3 py-1.5 pr-4 font-semibold">
              Right
            </th>
            <th scope="col" className="py-1.5 font-semibold">
              Question
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ printed, key }, index) => (
            <tr key={printed.itemId} className="break-inside-avoid border-line border-t align-top">
              <td className="py-1.5 tabular-nums">{index + 1}</td>
              <td className="py-1.5 pr-4 font-semibold wrap-anywhere">{key}</td>
              <td className="py-1.5 text-sm">
                <span className="line-clamp-2">{printed.question === '' ? printed.task : printed.question}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
