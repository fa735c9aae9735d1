import type { Blueprint, DrawnForm } from '@/features/quiz/blueprint.ts'
import type { Item } from '@/features/quiz/item.ts'
import type { Questions, Work } from './work.ts'

/** Where questions come from. */
export interface Bank {
  findItem: (id: string) => Item | undefined
  drawForms: (blueprint: Blueprint, seed: string, forms: number) => readonly DrawnForm[]
}

/** What is wrong with the work of an assignment, and where. */
export interface WorkProblem {
  field: string
  message: string
}

/** The ids that were picked by hand; none where questions are drawn, or nothing is asked. */
export function pickedIds(asked: Work | Questions): readonly string[] {
  if (asked.kind === 'quiz') return pickedIds(asked.questions)
  return asked.kind === 'picked' ? asked.itemIds : []
}

/** Picked questions by their places among the others, to be told which: "Question 2", "Questions 2 and 4". */
export function questionsAt(itemIds: readonly string[], meant: readonly string[]): string {
  const places = meant.map((id) => String(itemIds.indexOf(id) + 1))
  return `${places.length === 1 ? 'Question' : 'Questions'} ${new Intl.ListFormat('en-GB').format(places)}`
}

/** Into how many parallel forms the questions are dealt. */
export function formCount(questions: Questions): number {
  return questions.kind === 'picked' ? 1 : questions.forms
}

/** The items of a form, counted from one; empty where the bank does not hold them any more. */
export function itemsOfForm(questions: Questions, form: number, bank: Bank): readonly Item[] {
  if (questions.kind === 'picked') return questions.itemIds.flatMap((id) => bank.findItem(id) ?? [])
  const drawn = bank.drawForms(questions.cells, questions.seed, questions.forms)[form - 1]
  return drawn === undefined || 'shortfall' in drawn ? [] : drawn.items
}

/** How many questions each form asks. */
export function questionCount(questions: Questions): number {
  return questions.kind === 'picked'
    ? questions.itemIds.length
    : questions.cells.reduce((sum, { count }) => sum + count, 0)
}

/** What drawing a blueprint shows. */
export type Proof =
  | { kind: 'possible' /** How many questions stand in more than one form. */; repeated: number }
  /** The first form that cannot be drawn, and what it lacks, by row. */
  | { kind: 'short'; form: number; lacking: { row: number; count: number }[] }

/** Whether all forms of a blueprint can be drawn: they are. */
export function prove({ cells, seed, forms }: Extract<Questions, { kind: 'blueprint' }>, bank: Bank): Proof {
  const drawn = bank.drawForms(cells, seed, forms)
  let repeated = 0
  for (const [index, form] of drawn.entries()) {
    if ('shortfall' in form) {
      const lacking = form.shortfall.map(({ cell, lacking: count }) => ({ row: cell + 1, count }))
      return { kind: 'short', form: index + 1, lacking }
    }
    repeated += form.repetitions.reduce((sum, one) => sum + one.repeated, 0)
  }
  return { kind: 'possible', repeated }
}

/** What is wrong with the work of an assignment; nothing where it can be done. */
export function problemWithWork(
  work: Work,
  bank: Bank,
  knows: { lesson: (id: string) => boolean; topic: (id: string) => boolean },
): WorkProblem | null {
  if (work.kind === 'quiz') return problemWithQuestions(work.questions, bank)
  const lesson = work.lessonIds.find((id) => !knows.lesson(id))
  if (lesson !== undefined) return { field: 'work.lessonIds', message: `There is no lesson “${lesson}” any more.` }
  if (work.kind === 'lessons') return null
  const topic = work.topicIds.find((id) => !knows.topic(id))
  if (topic !== undefined) return { field: 'work.topicIds', message: `There is no topic “${topic}” any more.` }
  return work.lessonIds.length + work.topicIds.length > 0
    ? null
    : { field: 'work.lessonIds', message: 'Choose at least one lesson or topic.' }
}

function problemWithQuestions(questions: Questions, bank: Bank): WorkProblem | null {
  if (questions.kind === 'picked') {
    const gone = questions.itemIds.filter((id) => bank.findItem(id) === undefined)
    if (gone.length === 0) return null
    const which = questionsAt(questions.itemIds, gone)
    const message = `${which} ${gone.length === 1 ? 'is not there any more. Take it out.' : 'are not there any more. Take them out.'}`
    return { field: 'work.questions', message }
  }
  const proof = prove(questions, bank)
  if (proof.kind === 'possible') return null
  const rows = proof.lacking.map(({ row, count }) => `row ${row} lacks ${count}`)
  return {
    field: 'work.questions',
    message: `The bank does not hold enough for form ${proof.form}: ${rows.join(', ')}. Ask for fewer, or choose more topics or kinds.`,
  }
}
