'use client'

import { useState } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { BeginButton } from './begin-button.tsx'
import { formLetter } from './form-letter.ts'
import { TakenForms, useOpenAttempt, useUntakenForm } from './quiz-standing.tsx'

/** Chooses a form of a test, the next not taken unless the learner wants another, and begins it. */
export function TestStart({ testId, forms }: { testId: string; forms: number }) {
  const offered = useUntakenForm(testId, forms)
  const [chosen, setChosen] = useState<number | null>(null)
  const open = useOpenAttempt(testId)
  const form = chosen ?? offered
  if (open !== null) {
    return (
      <Notice>
        <p>You are in the middle of this test: {open.title}.</p>
        <ButtonLink href={open.href} className="mt-3">
          Go on
        </ButtonLink>
      </Notice>
    )
  }
  return (
    <div className="grid gap-5">
      <fieldset className="min-w-0">
        <legend className="mb-3 font-semibold">Form</legend>
        <div className="flex flex-wrap gap-2">
          {Array.from({ length: forms }, (_, index) => index + 1).map((one) => (
            <label
              key={one}
              className="grid size-11 cursor-pointer place-items-center rounded-lg border border-edge has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name="form"
                checked={one === form}
                onChange={() => setChosen(one)}
                className="sr-only"
              />
              {formLetter(one)}
            </label>
          ))}
        </div>
        <div className="mt-3">
          <TakenForms testId={testId} />
        </div>
      </fieldset>
      <BeginButton plan={{ kind: 'test', testId, form }}>{`Begin form ${formLetter(form)}`}</BeginButton>
    </div>
  )
}
