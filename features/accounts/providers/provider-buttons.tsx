'use client'

import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive } from '@/lib/send.ts'
import { timeZoneCookie } from '../time-zone-cookie.ts'
import type { ProviderChoice } from './provider.ts'

/** One button for each provider that is set up. */
export function ProviderButtons({
  providers,
  verb,
  to,
}: {
  providers: readonly ProviderChoice[]
  verb: 'Sign in with' | 'Link'
  /** Where to come back to. */
  to: string
}) {
  const [isFailing, setFailing] = useState(false)

  async function leaveFor({ id }: ProviderChoice) {
    setFailing(false)
    try {
      const { csrfToken } = await receive<{ csrfToken: string }>('/api/auth/csrf')
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
      // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in every browser
      document.cookie = `${timeZoneCookie}=${encodeURIComponent(zone)}; path=/; max-age=900; samesite=lax`
      const response = await fetch(`/api/auth/signin/${id}`, {
        method: 'POST',
        body: new URLSearchParams({ csrfToken, callbackUrl: new URL(to, window.location.origin).href, json: 'true' }),
      })
      const { url } = (await response.json()) as { url: string }
      window.location.assign(url)
    } catch {
      setFailing(true)
    }
  }

  if (providers.length === 0) return null
  return (
    <div className="grid gap-3">
      {providers.map((provider) => (
        <Button key={provider.id} look="quiet" onClick={() => leaveFor(provider)}>
          {verb} {provider.name}
        </Button>
      ))}
      {isFailing && <Notice tone="problem">The way there could not be found. Try again in a moment.</Notice>}
    </div>
  )
}
