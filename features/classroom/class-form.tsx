'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { submit } from '@/lib/send.ts'
import { classFields } from './class-fields.ts'

/** Makes a class, and goes there. */
export function ClassForm({ timeZone, timeZones }: { timeZone: string; timeZones: readonly string[] }) {
  const router = useRouter()
  // The same however often it is sent.
  const [id] = useState(() => crypto.randomUUID())
  return (
    <LabelledForm
      label="Make a class"
      look="quiet"
      fields={classFields({ name: '', timeZone, timeZones })}
      button="Make the class"
      send={async (typed) => {
        const { classId } = await submit<{ classId: string }>('/api/classes', { id, ...typed })
        router.push(`/classes/${classId}`)
      }}
    />
  )
}
