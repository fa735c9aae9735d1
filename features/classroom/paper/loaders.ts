import 'server-only'
import { currentActor } from '@/features/accounts/loaders.ts'
import { gradebookScope } from '@/features/accounts/scope.ts'
import { catalog } from '@/features/catalog/data.ts'
import { bank } from '@/features/quiz/bank.ts'
import { askedItems } from '@/features/quiz/blueprint.ts'
import { findBankItems } from '@/features/quiz/own-items/data.ts'
import { database } from '@/lib/database.ts'
import { pickedIds } from '../assignments/questions.ts'
import { findAssignedQuiz } from './data.ts'
import { mostForms, type PaperForm, paperForms } from './paper-forms.ts'
import type { SheetHead } from './paper-sheet.tsx'

/** An assigned quiz on paper, for those who teach the class: it has the keys. */
export interface Paper {
  href: string
  backHref: string
  head: SheetHead
  forms: PaperForm[]
  /** How many of the forms ask other questions than those before. */
  distinctForms: number
}

/** A quiz of a class in so many forms; nothing for whoever does not teach it. */
export async function loadPaper(classId: string, assignmentId: string, wanted: number): Promise<Paper | null> {
  const scope = gradebookScope(await currentActor(), { id: classId })
  if (scope === null) return null
  const quiz = await findAssignedQuiz(database(), scope, assignmentId)
  if (quiz === null) return null
  const { id, title, className, instructions, questions, settings } = quiz
  const { timeLimitSeconds } = settings
  const own = await findBankItems(database(), pickedIds(questions))
  const distinctForms = questions.kind === 'picked' ? 1 : questions.forms
  const count = Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, mostForms) : distinctForms
  const backHref = `/classes/${classId}/assignments/${id}`
  return {
    href: `${backHref}/paper`,
    backHref,
    head: {
      title,
      className,
      instructions,
      minutes: timeLimitSeconds === null ? null : Math.ceil(timeLimitSeconds / 60),
    },
    forms: paperForms(questions, count, { bank: [...bank, ...askedItems([...own.values()], catalog)], seed: id }),
    distinctForms,
  }
}
