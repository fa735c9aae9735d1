import type { Metadata, Viewport } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SiteNav } from '@/components/site-nav.tsx'
import { AccountLink } from '@/features/accounts/account-link.tsx'
import { OfflineSupport } from '@/features/study/offline-support.tsx'
import { OutboxSender } from '@/lib/outbox-sender.tsx'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Rapporteur: learn the Responsibility to Protect', template: '%s · Rapporteur' },
  description:
    'Lessons, flashcards and quizzes on the Responsibility to Protect. Every answer leads to the sentence it rests on.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f3' },
    { media: '(prefers-color-scheme: dark)', color: '#15181d' },
  ],
}

const places = [
  { href: '/learn', label: 'Learn' },
  { href: '/quiz', label: 'Quizzes', also: ['/tests', '/attempts', '/results', '/scoring'] },
  { href: '/review', label: 'Review' },
  { href: '/progress', label: 'Progress' },
  { href: '/record', label: 'Record' },
]

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body className="flex min-h-dvh flex-col pb-16 sm:pb-0">
        <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
          Skip to content
        </a>
        <header className="border-line border-b print:hidden">
          <div className="mx-auto flex h-16 w-full max-w-5xl items-center justify-between px-5">
            <Link href="/" className="flex items-center gap-2.5 font-serif text-xl font-semibold text-ink no-underline">
              <Mark />
              Rapporteur
            </Link>
            <div className="flex items-center gap-2">
              <SiteNav places={places} />
              <AccountLink />
            </div>
          </div>
        </header>
        <main id="main" className="mx-auto w-full max-w-5xl grow px-5 py-8 sm:py-12">
          {children}
        </main>
        <footer className="mx-auto w-full max-w-5xl px-5 py-8 text-sm text-muted print:hidden">
          Learned from one document: the{' '}
          <Link href="/record" className="underline underline-offset-4">
            summary of the 2016 General Assembly dialogue on RtoP
          </Link>
          .{' '}
          <Link href="/classes" prefetch={false} className="underline underline-offset-4">
            Classes
          </Link>{' '}
          are for learning it together.{' '}
          <Link href="/privacy" className="underline underline-offset-4">
            What we keep of you
          </Link>
          .
        </footer>
        <OutboxSender />
        <OfflineSupport />
      </body>
    </html>
  )
}

/** Three lines of a text, one of them marked. */
function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="size-6">
      <rect x="1" y="2" width="18" height="4" rx="1" className="fill-edge" />
      <rect x="1" y="8" width="12" height="4" rx="1" className="fill-marker" />
      <rect x="1" y="14" width="15" height="4" rx="1" className="fill-edge" />
    </svg>
  )
}
