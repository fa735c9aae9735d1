'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/notice.tsx'
import { receive, signedOutEvent } from '@/lib/send.ts'
import type { Greeting } from './loaders.ts'

/** Asked once for all pages that are visited without loading anew; signing in and out loads anew. */
let greeting: Promise<Greeting> | undefined

/** What is shown where it cannot be asked who this is: what a newcomer sees. */
const nobody: Greeting = { account: null, isSignedOut: false }

const look = 'flex min-h-11 items-center rounded-lg px-3 text-sm no-underline text-muted hover:text-ink md:text-base'

/** The way to one's account, or to sign in. Small and fetched apart, so that no page has to be made for one person. */
export function AccountLink() {
  const path = usePathname()
  const [greeted, setGreeted] = useState<Greeting | null>(null)
  const [isCutOff, setCutOff] = useState(false)
  useEffect(() => {
    greeting ??= receive<Greeting>('/api/account').catch(() => nobody)
    void greeting.then(setGreeted)
    const onSignedOut = () => {
      setGreeted({ account: null, isSignedOut: true })
      setCutOff(true)
    }
    window.addEventListener(signedOutEvent, onSignedOut)
    return () => window.removeEventListener(signedOutEvent, onSignedOut)
  }, [])

  // Nothing is said before it is known, and the place is kept.
  if (greeted === null) return <span className="w-16" />
  if (greeted.account !== null) {
    return (
      <Link href="/account" prefetch={false} aria-current={path === '/account' ? 'page' : undefined} className={look}>
        <span className="sr-only">Account: </span>
        <span className="max-w-28 truncate sm:max-w-20 md:max-w-28">{greeted.account.name}</span>
      </Link>
    )
  }
  const isAboutSigningIn = ['/sign-in', '/sign-up', '/forgot', '/reset'].includes(path)
  const href = `/sign-in${isAboutSigningIn || path === '/' ? '' : `?to=${encodeURIComponent(path)}`}`
  return (
    <>
      <Link
        href={href}
        prefetch={false}
        aria-current={path === '/sign-in' ? 'page' : undefined}
        className={`${look} whitespace-nowrap`}
      >
        Sign in{greeted.isSignedOut && ' again'}
      </Link>
      {isCutOff && !isAboutSigningIn && (
        <div className="fixed inset-x-5 top-18 z-30 mx-auto max-w-2xl">
          <Notice tone="problem">
            You were signed out, so this cannot be saved yet. It is kept in this browser:{' '}
            <Link href={href} prefetch={false} className="font-semibold underline underline-offset-4">
              sign in again
            </Link>{' '}
            and it is sent.
          </Notice>
        </div>
      )}
    </>
  )
}
