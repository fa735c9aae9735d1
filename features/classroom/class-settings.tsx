'use client'

import { ConfirmButton } from '@/components/confirm-button.tsx'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { classFields } from './class-fields.ts'
import type { TaughtClass } from './loaders.ts'
import { useClassChange } from './use-class-change.tsx'

/** Names a class, archives it and takes it up again. */
export function ClassSettings({ id: classId, name, timeZone, timeZones, isArchived }: TaughtClass) {
  const { change, told } = useClassChange()
  if (isArchived) {
    return (
      <>
        <LabelledForm
          label="Take the class up again"
          look="quiet"
          fields={[]}
          button="Take it up again"
          send={() => change({ kind: 'take-up', classId }, 'The class takes changes again. It is still closed.')}
        />
        {told}
      </>
    )
  }
  return (
    <>
      <details>
        <summary className="text-muted">Name and time zone</summary>
        <div className="mt-3">
          <LabelledForm
            label="Change the name and the time zone"
            look="quiet"
            fields={classFields({ name, timeZone, timeZones })}
            button="Change them"
            send={(typed) => change({ kind: 'name', classId, ...typed }, 'That is changed.')}
          />
        </div>
      </details>
      <div>
        <ConfirmButton
          title="Archive the class?"
          consequence="It is closed and takes no changes, and everybody in it can still read it. Nothing is lost: you can take it up again."
          keep="Go on with it"
          confirm="Archive it"
          act={() => change({ kind: 'archive', classId }, 'The class is archived.')}
        >
          Archive…
        </ConfirmButton>
      </div>
      {told}
    </>
  )
}
