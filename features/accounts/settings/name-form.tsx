'use client'

import { LabelledForm } from '@/components/labelled-form.tsx'
import { useChange } from './use-change.tsx'

/** Changes what somebody is called. */
export function NameForm({ name }: { name: string }) {
  const { change, told } = useChange()
  return (
    <>
      <LabelledForm
        label="Change the name"
        look="quiet"
        fields={[
          {
            name: 'name',
            label: 'Name',
            hint: 'As others in a class should see it.',
            autoComplete: 'name',
            defaultValue: name,
          },
        ]}
        button="Change the name"
        send={(typed) => change({ kind: 'name', ...typed }, 'Your name is changed.')}
      />
      {told}
    </>
  )
}
