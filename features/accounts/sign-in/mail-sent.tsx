'use client'

import { useEffect, useRef } from 'react'

/** Told whether or not there is an account with the address: who has one here is nobody else's business. */
export function MailSent({ to, what }: { to: string; what: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="mx-auto grid max-w-md gap-4">
      <h1 ref={heading} tabIndex={-1} className="text-3xl">
        Look at your e-mail
      </h1>
      <p>
        We have sent {what} to <strong className="break-words">{to}</strong>, if that can be done with this address.
      </p>
      <p className="text-muted">
        Nothing there after a few minutes? Look among the unwanted mail, and check the address.
      </p>
    </div>
  )
}
