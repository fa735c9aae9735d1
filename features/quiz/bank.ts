import 'server-only'
import { catalog, findLesson } from '@/features/catalog/data.ts'
import { deepFreeze } from '@/features/catalog/freeze.ts'
import frozen from '@/generated/items.json'
import frozenTests from '@/generated/tests.json'
import {
  type AskedItem,
  askedItems,
  type Blueprint,
  type BlueprintCell,
  type DrawnForm,
  drawParallelForms,
  fits,
} from './blueprint.ts'
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
export const bank: readonly AskedItem[] = askedItems(items, catalog)

/** How many items may stand in a cell of a blueprint. */
export function countFitting(cell: Omit<BlueprintCell, 'count'>): number {
  return bank.filter((asked) => fits({ ...cell, count: 1 }, asked)).length
}

/** So many forms are kept: a class begins all at once, so each is drawn once. */
const mostKept = 200
const drawnForms = new Map<string, readonly DrawnForm[]>()

/** The first so many parallel forms of a blueprint. */
export function drawForms(blueprint: Blueprint, seed: string, forms: number): readonly DrawnForm[] {
  const key = JSON.stringify([blueprint, seed, forms])
  const known = drawnForms.get(key)
  if (known !== undefined) return known
  const drawn = drawParallelForms(bank, blueprint, seed, forms)
  const [oldest] = drawnForms.keys()
  if (oldest !== undefined && drawnForms.size >= mostKept) drawnForms.delete(oldest)
  drawnForms.set(key, drawn)
  return drawn
}

/** The items of one of a test's parallel forms, counted from one. That it can be drawn was proved at build. */
export function formOfTest({ id, blueprint, forms }: TestDefinition, form: number): Item[] {
  const wanted = drawForms(blueprint, id, forms)[form - 1]
  if (wanted === undefined || 'shortfall' in wanted) throw new Error(`the test "${id}" has no form ${form}`)
  return wanted.items
}
