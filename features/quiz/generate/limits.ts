import type { FactOf } from '@/features/catalog/schema.ts'
import type { Item } from '../item.ts'
import { capitalised, choiceByTemplate, itemFrom, type World } from './draft.ts'

/** Items on what the record cannot settle: where it contradicts itself and where it does not say. */

export function contradictionItems(fact: FactOf<'contradiction'>): Item[] {
  const [first, second] = fact.readings
  if (first === undefined || second === undefined) return []
  return [
    { template: 'first-reading', reading: first, other: second },
    { template: 'second-reading', reading: second, other: first },
  ].flatMap(({ template, reading, other }) =>
    choiceByTemplate(fact, {
      template,
      stem: `The document gives two answers about ${fact.about}. Where does it say that ${reading.says}?`,
      key: capitalised(reading.where),
      distractors: [
        {
          text: capitalised(other.where),
          because: `${capitalised(other.where)} it says that ${other.says}.`,
          proof: 'said-elsewhere',
          cites: other.cites,
        },
        {
          text: capitalised(`both ${first.where} and ${second.where}`),
          because: `The two disagree: ${other.where} it says that ${other.says}.`,
          proof: 'said-elsewhere',
          cites: other.cites,
        },
        {
          text: `Neither ${first.where} nor ${second.where}`,
          because: `It does say so ${reading.where}.`,
          proof: 'said-elsewhere',
          cites: reading.cites,
        },
      ],
    }),
  )
}

// The templates of a silence are not named after it: an id travels with its item before the answer.
export function silenceItems(fact: FactOf<'silence'>, world: World): Item[] {
  const { called } = world.sourceOf(fact)
  return [
    ...choiceByTemplate(fact, {
      template: 'question',
      stem: fact.question,
      key: `${capitalised(called)} does not say.`,
      distractors: fact.suppositions.map(({ text, because, cites }) => ({ text, because, proof: 'authored', cites })),
    }),
    itemFrom('true-false', fact, 'judge', {
      assertion: fact.assertion,
      called,
      verdicts: ['true', 'false', 'unsaid'],
      key: 'unsaid',
      misreadings: [
        { verdict: 'true', because: `Nothing in ${called} bears this out.`, proof: 'authored', cites: [] },
        {
          verdict: 'false',
          because: `Nothing in ${called} rules this out. What is not said is not thereby false.`,
          proof: 'authored',
          cites: [],
        },
      ],
    }),
  ]
}
