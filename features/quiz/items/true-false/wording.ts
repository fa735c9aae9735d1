import type { PublicTrueFalseItem, Verdict } from './schema.ts'

/** The question put about the assertion. */
export function questionOf({ called, verdicts }: Pick<PublicTrueFalseItem, 'called' | 'verdicts'>): string {
  return verdicts.includes('unsaid')
    ? `True or false by ${called}, or does it not say?`
    : `Does ${called} bear this out?`
}

/** A verdict in words. */
export function verdictText(
  verdict: Verdict,
  { called, verdicts }: Pick<PublicTrueFalseItem, 'called' | 'verdicts'>,
): string {
  if (!verdicts.includes('unsaid')) return verdict === 'true' ? 'Yes, it does.' : 'No, it does not.'
  if (verdict === 'unsaid') return `${called.charAt(0).toUpperCase()}${called.slice(1)} does not say.`
  return verdict === 'true' ? 'True.' : 'False.'
}
