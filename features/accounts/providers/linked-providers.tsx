'use client'

import { LabelledForm } from '@/components/labelled-form.tsx'
import type { AccountPage } from '../loaders.ts'
import { currentPassword } from '../settings/current-password.ts'
import { useChange } from '../settings/use-change.tsx'
import { ProviderButtons } from './provider-buttons.tsx'

/** The providers that let somebody in, and those that could. */
export function LinkedProviders({
  identities,
  providers,
  hasPassword,
}: Pick<AccountPage, 'identities' | 'providers' | 'hasPassword'>) {
  const { change, told } = useChange()
  return (
    <>
      {identities.length > 0 && (
        <ul className="grid gap-3">
          {identities.map(({ provider, subject, label, providerName }) => (
            <li key={`${provider} ${subject}`} className="rounded-lg border border-line px-4 py-3">
              <p>
                <span className="font-semibold">{providerName}</span>, as {label}
              </p>
              <details className="mt-2">
                <summary className="text-sm text-muted">Take it away</summary>
                <div className="mt-3">
                  <LabelledForm
                    label={`Take ${providerName} away`}
                    look="quiet"
                    fields={currentPassword(hasPassword)}
                    button={`Take ${providerName} away`}
                    send={(typed) =>
                      change({ kind: 'unlink', provider, subject, ...typed }, `${providerName} is gone.`)
                    }
                  />
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
      <ProviderButtons providers={providers} verb="Link" to="/account" />
      {told}
    </>
  )
}
