'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { Notice } from '@/components/notice.tsx'
import { submit } from '@/lib/send.ts'

/** Gives a class a teacher, by their address. */
export function TeacherForm({ classId, name }: { classId: string; name: string }) {
  const router = useRouter()
  const [given, setGiven] = useState<string | null>(null)
  return (
    <div className="grid gap-3">
      <LabelledForm
        label={`Give ${name} a teacher`}
        look="quiet"
        fields={[
          {
            name: 'email',
            label: 'E-mail address',
            type: 'email',
            hint: 'Of the account of whoever is to teach it, in it or not. Who teaches it now still does.',
          },
        ]}
        button="Make them a teacher"
        send={async ({ email }) => {
          setGiven(null)
          await submit('/api/administration/classes', { classId, email })
          startTransition(() => {
            router.refresh()
            setGiven(email)
          })
        }}
      />
      {given !== null && <Notice>{given} teaches the class from now on.</Notice>}
    </div>
  )
}
