'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { ConfirmButton } from '@/components/confirm-button.tsx'
import { LabelledForm } from '@/components/labelled-form.tsx'
import type { TaughtClass } from './loaders.ts'
import { useClassChange } from './use-class-change.tsx'

/** The code and the link of a class, to be passed on, replaced and closed. */
export function WayInPanel({ id: classId, wayIn, canEdit }: TaughtClass) {
  const { change, told } = useClassChange()
  if (wayIn === null) {
    return (
      <>
        <p>The class is closed: nobody can join it.</p>
        {canEdit && (
          <LabelledForm
            label="Open the class"
            look="quiet"
            fields={[]}
            button="Open it with a new code"
            send={() => change({ kind: 'open', classId }, 'The class is open.')}
          />
        )}
        {told}
      </>
    )
  }
  return (
    <>
      <dl className="grid gap-4">
        <div>
          <dt className="text-sm text-muted">Code</dt>
          <dd className="text-2xl font-semibold tracking-wider tabular-nums">{wayIn.code}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">Link</dt>
          <dd className="wrap-anywhere">{wayIn.link}</dd>
        </div>
      </dl>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={wayIn.link} />
        <ButtonLink href={`/classes/${classId}/card`} prefetch={false} look="quiet">
          Card to print
        </ButtonLink>
        {canEdit && (
          <>
            <ConfirmButton
              title="Replace the code?"
              consequence="The code, the link and every printed card of today stop working at once. Whoever is in the class stays."
              keep="Keep it"
              confirm="Replace it"
              act={() => change({ kind: 'open', classId }, 'The class has a new code.')}
            >
              Replace the code…
            </ConfirmButton>
            <ConfirmButton
              title="Close the class?"
              consequence="Nobody can join any more, and the code is given up. Whoever is in the class stays. You can open it again with a new code."
              keep="Leave it open"
              confirm="Close it"
              act={() => change({ kind: 'close', classId }, 'The class is closed.')}
            >
              Close the class…
            </ConfirmButton>
          </>
        )}
      </div>
      {told}
    </>
  )
}

function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied.')
    } catch {
      // Browsers allow it on safe connections only.
      setSaid('Your browser does not let us copy it. Select the link above.')
    }
  }
  return (
    <>
      <Button look="quiet" onClick={copy}>
        Copy the link
      </Button>
      <span role="status" className="self-center text-sm text-muted empty:hidden">
        {said}
      </span>
    </>
  )
}
