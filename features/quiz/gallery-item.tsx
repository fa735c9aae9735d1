'use client'

import { useState } from 'react'
import type { PublicItem } from './item.ts'
import { ItemForm, type MarkedResponse } from './item-form.tsx'

/** An item that can be tried out: what it would send is shown instead of sent. */
export function GalleryItem({
  item,
  draft,
  marked,
}: {
  item: PublicItem
  draft: unknown
  marked: MarkedResponse | null
}) {
  const [sent, setSent] = useState<unknown>(null)
  return (
    <>
      <ItemForm item={item} draft={draft} marked={marked} onCheck={setSent} />
      {sent === null ? null : (
        <output className="mt-4 block font-mono text-sm wrap-anywhere">{JSON.stringify(sent)}</output>
      )}
    </>
  )
}
