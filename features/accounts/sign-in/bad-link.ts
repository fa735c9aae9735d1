import { type Refusal, refuse } from '@/lib/action.ts'

/** The answer to a link that is unknown, used or too old; which of them, nobody is told. */
export const badLink: Refusal = refuse(
  409,
  'bad-link',
  'This link is no good any more: it works once, for a limited time. Ask for a new one.',
)
