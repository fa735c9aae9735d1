'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { Citation } from '@/features/catalog/citation.ts'
import type { DraftProblem } from '../draft-problems.ts'

/** What every field of the form of an item knows of the whole. */
interface ItemFormState {
  /** What is wrong with a field, in words; nothing where it is right, or was not filled in yet. */
  problemOf: (field: string, isFilled: boolean) => string | null
  /** Puts the cursor into a field once it is there. */
  focus: (field: string) => void
  /** Places that reasons cite, by locator. */
  citations: ReadonlyMap<string, Citation>
}

const FormContext = createContext<ItemFormState | null>(null)

/** What stands around a field of the form of an item. */
export function useItemForm(): ItemFormState {
  const state = useContext(FormContext)
  if (state === null) throw new Error('a field of an item stands outside its form')
  return state
}

/** The id of a field in the page. */
export function fieldId(field: string): string {
  return `item-${field.replaceAll(' ', '-')}`
}

/** Makes an id for a new line; at random, since it travels to learners and must not tell which line came first. */
export function newPartId(): string {
  return crypto.randomUUID().slice(0, 8)
}

/** Surrounds the fields of the form of an item. */
export function ItemFormContext({
  problems,
  isTried,
  citations,
  children,
}: {
  problems: readonly DraftProblem[]
  /** Whether somebody has tried to keep it: until then nobody is told that a field is empty. */
  isTried: boolean
  citations: readonly Citation[]
  children: ReactNode
}) {
  const wanted = useRef<string>(null)
  const [, setAsked] = useState(0)
  useEffect(() => {
    if (wanted.current === null) return
    document.getElementById(fieldId(wanted.current))?.focus()
    wanted.current = null
  })
  const state: ItemFormState = {
    problemOf: (field, isFilled) =>
      isTried || isFilled ? (problems.find((problem) => problem.field === field)?.message ?? null) : null,
    focus: (field) => {
      wanted.current = field
      setAsked((count) => count + 1)
    },
    citations: new Map(citations.map((citation) => [citation.locator, citation])),
  }
  return <FormContext value={state}>{children}</FormContext>
}
