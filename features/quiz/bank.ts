import 'server-only'
import { catalog, findLesson } from '@/features/catalog/data.ts'
import { deepFreeze } from '@/features/catalog/freeze.ts'
import frozen from '@/generated/items.json'
import frozenTests from '@/generated/tests.json'
import { askedItems, type DrawnForm, drawParallelForms } from './blueprint.ts'
import type { Item } from './item.ts'
import type { TestDefinition } from './test-definition.ts'

/** Every item, as frozen at build. Holds the keys: nothing here may reach a page as it is. */
export const items: readonly Item[] = deepFreeze(frozen as unknown as Item[])

const byId = new Map(items.map((item) => [item.id, item]))

export function findItem(id: string): Item | undefined {
  return byId.get(id)
}

/**
 * The items that rest on what a lesson teaches. One that brings facts of several lessons together belongs
 * to the lesson with which the last of them has been taught.
 */
export function itemsOfLesson(lessonId: string): Item[] {
  const lesson = findLesson(lessonId)
  if (lesson === undefined) return []
  const here = new Set(lesson.factIds)
  const before = new Set(catalog.lessons.filter(({ order }) => order < lesson.order).flatMap(({ factIds }) => factIds))
  return items.filter(
    ({ factIds }) =>
      factIds.every((id) => here.has(id)) ||
      (factIds.every((id) => here.has(id) || before.has(id)) && !factIds.every((id) => before.has(id))),
  )
}

/** Every test, as frozen at build. */
export const tests: readonly TestDefinition[] = deepFreeze(frozenTests as unknown as TestDefinition[])

export function findTest(id: string): TestDefinition | undefined {
  return tests.find((test) => test.id === id)
}

/** Every item with what blueprints ask of it. */
export const askedBank = askedItems(items, catalog)
const drawnForms = new Map<string, readonly DrawnForm[]>()

/** The items of one of a test's parallel forms, counted from one. That it can be drawn was proved at build. */
export function formOfTest({ id, blueprint, forms }: TestDefinition, form: number): Item[] {
  // A class begins a test all at once, so its forms are drawn once.
  const drawn = drawnForms.get(id) ?? drawParallelForms(askedBank, blueprint, id, forms)
  drawnForms.set(id, drawn)
  const wanted = drawn[form - 1]
  if (wanted === undefined || 'shortfall' in wanted) throw new Error(`the test "${id}" has no form ${form}`)
  return wanted.items
}
