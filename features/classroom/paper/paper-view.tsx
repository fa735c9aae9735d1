import Link from 'next/link'
import { Button } from '@/components/button.tsx'
import { PrintButton } from '../print-button.tsx'
import { AnswerGrid } from './answer-grid.tsx'
import { KeySheet } from './key-sheet.tsx'
import type { Paper } from './loaders.ts'
import { mostForms, type PaperForm } from './paper-forms.ts'
import { PaperSheet } from './paper-sheet.tsx'

/** What of a test is printed at a time: keys never come out of the printer with the questions. */
export const paperParts = ['questions', 'answers', 'keys'] as const
export type PaperPart = (typeof paperParts)[number]

const names: Record<PaperPart, string> = {
  questions: 'Question sheets',
  answers: 'Answer grids',
  keys: 'Keys',
}

/** A test on paper, in as many forms as asked for. */
export function PaperView({ paper, part }: { paper: Paper; part: PaperPart }) {
  const { href, backHref, head, forms, distinctForms } = paper
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <div className="grid gap-5 print:hidden">
        <div>
          <p className="text-sm text-muted">
            <Link href={backHref} prefetch={false} className="underline underline-offset-4 hover:text-accent">
              {head.title}
            </Link>
          </p>
          <h1 className="mt-1 text-3xl">On paper</h1>
        </div>
        <form action={href} className="flex flex-wrap items-end gap-4">
          <input type="hidden" name="part" value={part} />
          <label className="grid gap-1 text-sm">
            How many forms
            <input
              type="number"
              name="forms"
              min={1}
              max={mostForms}
              required
              defaultValue={forms.length}
              className="w-24 rounded-lg border border-edge bg-surface px-3 py-2 text-base"
            />
          </label>
          <Button type="submit" look="quiet">
            Make them
          </Button>
          <PrintButton />
        </form>
        <p className="text-sm text-muted">{coverage(forms, distinctForms)}</p>
        <nav aria-label="What to print" className="flex flex-wrap gap-2">
          {paperParts.map((one) => (
            <Link
              key={one}
              href={`${href}?forms=${forms.length}&part=${one}`}
              prefetch={false}
              aria-current={one === part ? 'page' : undefined}
              className="rounded-lg border border-edge px-4 py-2 no-underline aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold"
            >
              {names[one]}
            </Link>
          ))}
        </nav>
      </div>
      <div className="grid gap-8 print:block">
        {forms.map((form) =>
          part === 'questions' ? (
            <PaperSheet key={form.letter} head={head} form={form} />
          ) : part === 'answers' ? (
            <AnswerGrid key={form.letter} head={head} form={form} />
          ) : (
            <KeySheet key={form.letter} head={head} form={form} />
          ),
        )}
      </div>
    </div>
  )
}

function coverage(forms: readonly PaperForm[], distinctForms: number): string {
  if (forms.length === 1) return 'One form. Its key is on a sheet of its own.'
  if (distinctForms === 1)
    return 'All forms ask the same, in another order and under other letters. Each has its own key.'
  if (forms.length <= distinctForms) return 'Each form asks other questions of the same coverage. Each has its own key.'
  return `The first ${distinctForms} forms ask different questions of the same coverage; those beyond ask the same again in another order. Each has its own key.`
}
