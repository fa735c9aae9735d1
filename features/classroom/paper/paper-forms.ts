import { type AskedItem, drawParallelForms } from '@/features/quiz/blueprint.ts'
import { formLetter } from '@/features/quiz/form-letter.ts'
import type { Item } from '@/features/quiz/item.ts'
import { orderBySeed } from '@/lib/random.ts'
import type { Questions } from '../assignments/work.ts'
import { paperKey } from './paper-key.ts'
import { type PrintedItem, printedItem } from './printed-item.ts'

/** More forms than this nobody hands out in one room. */
export const mostForms = 9

/** One form of a test on paper, with its key. */
export interface PaperForm {
  letter: string
  items: { printed: PrintedItem; key: string }[]
}

/**
 * So many forms of a test. With a blueprint that allows parallel forms, the first of them ask different questions of the
 * same coverage, as the assignment's own do; whatever is beyond those, and every form of picked questions, asks the same
 * as an earlier one in another order. The same questions and seed give the same forms.
 *
 * @param seed of the test, so that its paper is another test's neither in order nor in letters
 */
export function paperForms(
  questions: Questions,
  count: number,
  { bank, seed }: { bank: readonly AskedItem[]; seed: string },
): PaperForm[] {
  const asked = askedBy(questions, bank)
  return Array.from({ length: count }, (_, index) => {
    const letter = formLetter(index + 1)
    const items = asked[index % asked.length] ?? []
    const formSeed = `${seed}\npaper ${letter}`
    return {
      letter,
      items: orderBySeed(items, formSeed, ({ id }) => id).map((item) => {
        const printed = printedItem(item, formSeed)
        return { printed, key: paperKey(item, printed) }
      }),
    }
  })
}

/** The items of each form that asks other things than those before; one at least. */
function askedBy(questions: Questions, bank: readonly AskedItem[]): Item[][] {
  if (questions.kind === 'picked') {
    const byId = new Map(bank.map(({ item }) => [item.id, item]))
    return [questions.itemIds.flatMap((id) => byId.get(id) ?? [])]
  }
  const drawn = drawParallelForms(bank, questions.cells, questions.seed, questions.forms)
  return drawn.map((form) => ('items' in form ? form.items : []))
}
