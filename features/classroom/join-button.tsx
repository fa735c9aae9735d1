'use client'

import { useRouter } from 'next/navigation'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { submit } from '@/lib/send.ts'

/** Joins a class, and goes there. */
export function JoinButton({ code }: { code: string }) {
  const router = useRouter()
  return (
    <LabelledForm
      label="Join the class"
      fields={[]}
      button="Join the class"
      send={async () => {
        const { classId } = await submit<{ classId: string }>('/api/join', { code })
        router.push(`/classes/${classId}`)
      }}
    />
  )
}
