'use client'

import { createContext, type ReactNode, useEffect, useState } from 'react'
import { receive } from '@/lib/send.ts'
import type { Progress } from './loaders.ts'

/** The learner's progress, once it has come; null before that and for a newcomer. */
export const ProgressContext = createContext<Progress | null>(null)

/** Fetches the learner's progress once for the static page inside. */
export function WithProgress({ children }: { children: ReactNode }) {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    // Without it the page shows what it shows to a newcomer.
    receive<{ progress: Progress | null }>('/api/progress')
      .then((loaded) => setProgress(loaded.progress))
      .catch(() => {})
  }, [])
  return <ProgressContext value={progress}>{children}</ProgressContext>
}
