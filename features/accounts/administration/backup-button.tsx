'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Notice } from '@/components/notice.tsx'
import { fetchFile } from '@/lib/send.ts'
import { OwnerButton } from './owner-button.tsx'

/** Makes a backup, and saves it with whoever asks. */
export function BackupButton({ hasPassword }: { hasPassword: boolean }) {
  const router = useRouter()
  const [saved, setSaved] = useState<string | null>(null)

  async function backUp(password: string) {
    setSaved(null)
    const { name, content } = await fetchFile('/api/administration/backup', { password })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(content)
    link.download = name
    link.click()
    URL.revokeObjectURL(link.href)
    setSaved(name)
    router.refresh()
  }

  return (
    <>
      <div>
        <OwnerButton
          title="Make a backup?"
          consequence="It is made at once and saved by your browser. A large school’s takes a minute or two; everybody can go on meanwhile. It is noted in the log."
          confirm="Make and download it"
          hasPassword={hasPassword}
          act={backUp}
        >
          Make a backup…
        </OwnerButton>
      </div>
      {saved !== null && <Notice>The backup is made, and saved as {saved}.</Notice>}
    </>
  )
}
