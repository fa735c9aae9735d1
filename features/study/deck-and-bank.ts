import 'server-only'
import { items } from '@/features/quiz/bank.ts'
import { cards } from './deck.ts'
import { indexFacts } from './fact-index.ts'

/** Which cards of the deck and which items of the bank rest on which facts. */
export const deckAndBank = indexFacts(cards, items)
