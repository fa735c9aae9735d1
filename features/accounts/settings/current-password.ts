import type { FormField } from '@/components/labelled-form.tsx'

/** Asks for the password before a change of how one signs in; of whoever has none, nothing. */
export function currentPassword(hasPassword: boolean): (FormField & { name: 'password' })[] {
  return hasPassword
    ? [{ name: 'password', label: 'Current password', type: 'password', autoComplete: 'current-password' }]
    : []
}
