/** What the way back from a provider can end in, in words. */
const words: Record<string, string> = {
  'sign-in-first':
    'There is an account with your address already. Sign in to it with its password, then link the provider on the page of your account.',
  'linked-elsewhere': 'That is linked to another account already. Sign in to that one to take it away there.',
  'no-email':
    'The provider did not tell your e-mail address, which an account needs. Make one with a password instead.',
  AccessDenied: 'The provider did not let you in. You can try again, or sign in with a password.',
}

/** A problem in words; any that has none of its own is told in general. */
export function problemInWords(problem: string): string {
  return words[problem] ?? 'Signing in through the provider did not work. Try again, or sign in with a password.'
}
