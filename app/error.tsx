'use client'

import { Button } from '@/components/button.tsx'

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="mx-auto max-w-xl text-center">
      <h1 className="text-4xl">This page could not be made</h1>
      <p className="mt-3 text-muted">
        Something went wrong on our side. What you have answered is kept: it is stored the moment it says “Saved”.
      </p>
      <Button className="mt-6" onClick={reset}>
        Try again
      </Button>
    </div>
  )
}
