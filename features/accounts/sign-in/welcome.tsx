'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/button.tsx'
import { goOn } from './enter.ts'

/** Told once, when what this browser held has become part of the account. */
export function Welcome({ to }: { to: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="mx-auto grid max-w-md gap-6">
      <h1 ref={heading} tabIndex={-1} className="text-3xl">
        You are signed in
      </h1>
      <p>What you had done in this browser is part of your account now, beside what was there before.</p>
      <div>
        <Button onClick={() => goOn(to)}>Go on</Button>
      </div>
    </div>
  )
}
