import { expect, type Locator, type Page } from '@playwright/test'
import type { Item, ItemOf, ItemType, ResponseOf } from '@/features/quiz/item.ts'

/** A way to use the interface. */
export interface Hand {
  tick: (input: Locator) => Promise<void>
  choose: (select: Locator, value: string) => Promise<void>
  type: (field: Locator, text: string) => Promise<void>
  press: (button: Locator) => Promise<void>
}

/** Points, clicks and types. */
export const pointer: Hand = {
  tick: (input) => input.check(),
  choose: async (select, value) => void (await select.selectOption(value)),
  type: (field, text) => field.fill(text),
  press: (button) => button.click(),
}

/** Has nothing but the keys. */
export function keysOf(page: Page): Hand {
  const { keyboard } = page
  return {
    async tick(input) {
      await tabTo(page, input)
      // In a group of radio buttons Tab leads to the first or the chosen one, and arrows lead on.
      if (!(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)))
        await keyboard.press('Space')
      for (let step = 0; step < 20 && !(await input.isChecked()); step += 1) await keyboard.press('ArrowDown')
      await expect(input).toBeChecked()
    },
    async choose(select, value) {
      await tabTo(page, select)
      for (let step = 0; step < 50 && (await select.inputValue()) !== value; step += 1) {
        await keyboard.press('ArrowDown')
      }
      await expect(select).toHaveValue(value)
    },
    async type(field, text) {
      await tabTo(page, field)
      await keyboard.type(text)
    },
    async press(button) {
      await tabTo(page, button)
      await keyboard.press('Enter')
    },
  }
}

/** Presses Tab, or Shift and Tab, until the element has the focus, or its group of radio buttons. */
async function tabTo(page: Page, target: Locator) {
  for (let step = 0; step < 300; step += 1) {
    const way = await target.evaluate((element) => {
      const active = document.activeElement ?? document.body
      const group = (one: Element) => (one instanceof HTMLInputElement && one.type === 'radio' ? one.name : null)
      if (active === element || (group(active) !== null && group(active) === group(element))) return 'there'
      return active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on'
    })
    if (way === 'there') return
    await page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

type Responders = {
  [T in ItemType]: (hand: Hand, form: Locator, item: ItemOf<T>, response: ResponseOf<T>) => Promise<void>
}

const tick = (hand: Hand, form: Locator, value: string) => hand.tick(form.locator(`input[value="${value}"]`))

const responders: Responders = {
  'single-choice': (hand, form, _, { optionId }) => tick(hand, form, optionId),
  'multiple-response': async (hand, form, _, { optionIds }) => {
    for (const optionId of optionIds) await tick(hand, form, optionId)
  },
  'true-false': (hand, form, _, { verdict }) => tick(hand, form, verdict),
  numeric: (hand, form, { stem }, { value }) => hand.type(form.getByRole('textbox', { name: stem }), String(value)),
  'short-answer': (hand, form, { stem }, { text }) => hand.type(form.getByRole('textbox', { name: stem }), text),
  matching: (hand, form, { prompts }, { pairs }) => place(hand, form, prompts, pairs),
  ordering: async (hand, form, { entries }, { order }) => {
    for (const [goal, id] of order.entries()) {
      const text = entries.find((entry) => entry.id === id)?.text ?? ''
      const up = form.getByRole('button', { name: `Move up: ${text}`, exact: true })
      // What is read at once, below, may not be drawn yet.
      await up.waitFor()
      const shown = await form.getByRole('button', { name: /^Move up: / }).all()
      const labels = await Promise.all(shown.map((button) => button.getAttribute('aria-label')))
      for (let at = labels.indexOf(`Move up: ${text}`); at > goal; at -= 1) {
        await hand.press(up)
        await expect(up).toBeFocused()
      }
    }
    await hand.tick(form.getByRole('checkbox', { name: 'This is my order' }))
  },
  cloze: async (hand, form, { gaps }, response) => {
    for (const [index, gap] of gaps.entries()) {
      const field = form.getByLabel(gaps.length === 1 ? 'Gap' : `Gap ${index + 1} of ${gaps.length}`, { exact: true })
      await (gap.kind === 'chosen' ? hand.choose : hand.type)(field, response.gaps[gap.id] ?? '')
    }
  },
  categorising: (hand, form, { entries }, { places }) => place(hand, form, entries, places),
  'quote-attribution': (hand, form, _, { speakerId }) => tick(hand, form, speakerId),
}

async function place(
  hand: Hand,
  form: Locator,
  things: readonly { id: string; text: string }[],
  places: Readonly<Record<string, string>>,
) {
  for (const { id, text } of things) {
    await hand.choose(form.getByRole('combobox', { name: text, exact: true }), places[id] ?? '')
  }
}

/** Gives a response to an item that a form shows, through the interface; sending it is another matter. */
export async function respond(hand: Hand, form: Locator, item: Item, response: unknown): Promise<void> {
  await (responders[item.type] as (...given: unknown[]) => Promise<void>)(hand, form, item, response)
}
