'use client'

import { use } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { ProgressContext } from './progress-context.tsx'

const verbs = { begun: 'Go on:', quiz: 'Take the quiz on', review: 'Today:', lesson: 'Next lesson:' } as const

/** For somebody who comes back: the one thing to do next. Nothing for a newcomer. */
export function NextStepPanel() {
  const progress = use(ProgressContext)
  if (progress === null || progress.nextStep === null) return null
  const { kind, title, href } = progress.nextStep
  return (
    <section aria-label="Welcome back" className="mt-8 rounded-card border border-accent bg-accent-soft p-5">
      <p className="font-serif text-lg font-semibold">Welcome back</p>
      <p className="mt-1">
        {verbs[kind]} {kind === 'review' || kind === 'begun' ? title : `“${title}”`}
      </p>
      <ButtonLink href={href} prefetch={false} className="mt-4">
        Continue
      </ButtonLink>
    </section>
  )
}
