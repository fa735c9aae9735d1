'use client'

import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'

/** Sends an e-mail to whoever looks, and shows what the mail server answered. */
export function MailTrial({ email }: { email: string }) {
  const [isSending, setSending] = useState(false)
  const [told, setTold] = useState<{ tone: 'plain' | 'problem'; text: string } | null>(null)

  async function send() {
    if (isSending) return
    setSending(true)
    setTold(null)
    try {
      const { answer } = await submit<{ answer: string }>('/api/administration/mail', {})
      setTold({ tone: 'plain', text: `The mail server took it, and answered: ${answer}` })
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setTold({ tone: 'problem', text: error.message })
    } finally {
      setSending(false)
    }
  }

  return (
    <>
      <p>To see whether e-mail is sent, have one sent to {email}.</p>
      <div>
        <Button look="quiet" aria-disabled={isSending} onClick={send}>
          {isSending ? 'Sending…' : 'Send a trial e-mail'}
        </Button>
      </div>
      {told !== null && <Notice tone={told.tone}>{told.text}</Notice>}
    </>
  )
}
