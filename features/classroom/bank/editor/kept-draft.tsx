'use client'

import type { Draft } from '../draft.ts'
import { useKeptForm } from '../kept-form.tsx'
import type { FactChoice } from '../loaders.ts'
import type { FilingDraft } from './filing-fields.tsx'

/** Everything that is typed into the form of an item. */
export interface Typed {
  id: string
  draft: Draft
  filing: FilingDraft
  asksOtherwise: boolean
  /** The place of the version that it started from; nothing for a new one. */
  basedOn: number | null
  /** The facts that were found for it. */
  facts: FactChoice[]
}

/** What is typed into the form of an item, kept in this browser until the server has it. */
export function useKeptDraft(place: string, loaded: Typed) {
  const { restored, ...form } = useKeptForm(place, loaded, textOf, goOn)
  return {
    ...form,
    /** Set where what is shown was typed on an earlier visit, with whether somebody has changed the item since. */
    restored: restored === null ? null : { isOvertaken: restored.basedOn !== loaded.basedOn },
  }
}

function textOf({ draft, filing, asksOtherwise }: Typed): string {
  return JSON.stringify([draft, filing, asksOtherwise])
}

/** It goes on from what is there now. Another kind at the same address is another question. */
function goOn(kept: Typed, loaded: Typed): Typed | null {
  return kept.draft.type === loaded.draft.type ? { ...kept, basedOn: loaded.basedOn } : null
}
