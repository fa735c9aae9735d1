import Link from 'next/link'
import { ButtonLink } from '@/components/button.tsx'
import { AdministrationFrame } from './administration-frame.tsx'
import type { LogPage } from './loaders.ts'

/** The log of sensitive acts, in words. */
export function LogView({ acts, next, isFirst }: LogPage) {
  return (
    <AdministrationFrame
      part="log"
      title="Log"
      lead="Sensitive acts, the latest first. It outlives those who did them, and then names nobody."
    >
      {acts.length === 0 ? (
        <p>Nothing is noted {isFirst ? 'yet' : 'before that'}.</p>
      ) : (
        <ol className="divide-y divide-line border-line border-y">
          {acts.map(({ id, at, doer, text }) => (
            <li key={id} className="grid gap-x-5 py-2.5 sm:grid-cols-[13rem_1fr]">
              <span className="text-sm text-muted sm:pt-0.5">{at}</span>
              <span className="wrap-anywhere">
                {doer.accountId === null ? (
                  doer.name
                ) : (
                  <Link
                    href={`/administration/people/${doer.accountId}`}
                    prefetch={false}
                    className="text-accent underline underline-offset-4 hover:no-underline"
                  >
                    {doer.name}
                  </Link>
                )}{' '}
                {text}
              </span>
            </li>
          ))}
        </ol>
      )}
      <nav aria-label="Pages" className="flex flex-wrap gap-3">
        {!isFirst && (
          <ButtonLink look="quiet" href="/administration/log" prefetch={false}>
            The latest
          </ButtonLink>
        )}
        {next !== null && (
          <ButtonLink look="quiet" href={`/administration/log?after=${next}`} prefetch={false}>
            Earlier
          </ButtonLink>
        )}
      </nav>
    </AdministrationFrame>
  )
}
