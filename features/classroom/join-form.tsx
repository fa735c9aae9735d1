'use client'

import { LabelledForm } from '@/components/labelled-form.tsx'
import { SendError } from '@/lib/send.ts'
import { joinPath, typedJoinCode } from './join-code.ts'

const noCode = 'This is no code of a class: one has nine letters and digits. Look at it once more.'

/** Takes a code that somebody types, and goes to what it opens. */
export function JoinForm() {
  return (
    <LabelledForm
      label="Join a class"
      look="quiet"
      fields={[{ name: 'code', label: 'Code', hint: 'Nine letters and digits, such as 7KX-MQ3-TDF.' }]}
      button="Go on"
      send={async ({ code }) => {
        const known = typedJoinCode(code)
        if (known === null) throw new SendError(noCode, 'no-code', false, [{ field: 'code', message: noCode }])
        window.location.assign(joinPath(known))
      }}
    />
  )
}
