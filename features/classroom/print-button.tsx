'use client'

import { Button } from '@/components/button.tsx'

/** Prints the page. */
export function PrintButton() {
  return (
    <Button look="quiet" onClick={() => window.print()}>
      Print
    </Button>
  )
}
