import type { Catalog, Fact, FactKind, FactOf } from '@/features/catalog/schema.ts'
import { asSentence, capitalised, type World, worldOf } from '@/features/quiz/generate/draft.ts'
import { inMidSentence, speakerOf } from '@/features/quiz/generate/speaker.ts'
import { shortHash } from '@/lib/random.ts'
import type { Card } from '../card.ts'

type DraftCard = Pick<Card, 'kind' | 'front' | 'back'> & { template: string }

const counted = ['none', 'one', 'two', 'three', 'four', 'five', 'six']
/** A longer list is no card: it would be failed for the last name on it. */
const membersAsked = 6

const basic = (template: string, front: string, back: string): DraftCard => ({ template, kind: 'basic', front, back })

const templates: { [K in FactKind]: (fact: FactOf<K>, world: World) => DraftCard[] } = {
  statement: (fact, world) => {
    const speaker = speakerOf(fact, world)
    const { called, isRecord } = world.sourceOf(fact)
    if (!isRecord || speaker === undefined) {
      return [basic('said', `What does ${called} say about ${fact.about}?`, asSentence(fact.claim))]
    }
    return [
      basic(
        'said',
        `What point does the summary credit to ${inMidSentence(speaker)} about ${fact.about}?`,
        asSentence(fact.claim),
      ),
      basic(
        'who',
        `To whom does the summary credit the point that ${fact.claim}?`,
        `${capitalised(listed(creditedNames(fact, world)))}.`,
      ),
    ]
  },
  quotation: (fact, world) => [
    basic(
      'words',
      `Whose words does the summary quote, on ${fact.about}: “${fact.words}”?`,
      `${capitalised(listed(creditedNames(fact, world)))}.`,
    ),
  ],
  judgement: (fact) => [
    basic('judged', `What does the summary itself say about ${fact.about}?`, asSentence(fact.claim)),
  ],
  role: (fact, world) => {
    const name = world.nameOf(fact.actor)
    const holders = world.facts.filter(
      (other): other is FactOf<'role'> => other.kind === 'role' && other.capacity === fact.capacity,
    )
    const capacities = world.facts.filter(
      (other): other is FactOf<'role'> => other.kind === 'role' && other.actor === fact.actor,
    )
    const { called } = world.sourceOf(fact)
    const cards: DraftCard[] = []
    // One card asks for a person's capacities and one for a capacity's holders, however many there are.
    if (capacities[0]?.id === fact.id) {
      cards.push(
        basic(
          'capacity',
          `In which ${capacities.length > 1 ? 'capacities' : 'capacity'} does ${called} name ${name}?`,
          `${capitalised(listed(capacities.map(({ capacity }) => capacity)))}.`,
        ),
      )
    }
    if (holders[0]?.id === fact.id) {
      cards.push(
        basic(
          'holder',
          `Whom does ${called} name as ${fact.capacity}?`,
          `${capitalised(listed(holders.map(({ actor }) => world.nameOf(actor))))}.`,
        ),
      )
    }
    return cards
  },
  term: (fact, world) => {
    const { called } = world.sourceOf(fact)
    const forms = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format([fact.term, ...fact.alike])
    return [
      basic('expansion', `What does “${fact.term}” stand for in ${called}?`, asSentence(fact.standsFor)),
      basic('short-form', `Which short form does ${called} use for “${fact.standsFor}”?`, `${forms}.`),
    ]
  },
  contradiction: (fact) => [
    basic(
      'readings',
      `What does the document say about ${fact.about}?`,
      `Two things that disagree: ${fact.readings.map(({ says, where }) => `${where}, that ${says}`).join('; ')}.`,
    ),
  ],
  silence: (fact) => [basic('unsaid', fact.question, 'The summary does not say.')],
  quantity: (fact) => [basic('number', fact.question, fact.says)],
  set: (fact, world) => {
    if (fact.members.length > membersAsked) return []
    const { called } = world.sourceOf(fact)
    const open = fact.closed ? '' : ' (The list is open: there may be more.)'
    return [
      basic(
        'members',
        `Which ${counted[fact.members.length]} does ${called} name, each ${fact.named}?`,
        `${capitalised(listed(fact.members))}.${open}`,
      ),
    ]
  },
  order: (fact) => [
    basic(
      'order',
      `Put these in order, ${fact.ordered}: ${listed([...fact.sequence].sort())}.`,
      `${capitalised(listed(fact.sequence))}.`,
    ),
  ],
  account: () => [],
}

/** All cards of a catalog, siblings next to each other, in the order of the facts. */
export function generateCards(catalog: Catalog): Card[] {
  const world = worldOf(catalog)
  return catalog.facts.flatMap((fact) => {
    const drafts = [...byTemplate(fact, world), ...byHand(fact)]
    return drafts.map(({ template, ...draft }) => {
      const card = {
        id: `${fact.id}.${template}`,
        ...draft,
        fact: fact.says,
        factId: fact.id,
        locators: placesOf(fact),
        topics: fact.topics,
      }
      return { ...card, revision: shortHash(JSON.stringify(card)).slice(0, 10) }
    })
  })
}

function byTemplate<K extends FactKind>(fact: FactOf<K>, world: World): DraftCard[] {
  const template = templates[fact.kind as K] as (fact: FactOf<K>, world: World) => DraftCard[]
  return template(fact, world)
}

/** The sentences that bear the back of a card out: those of others who are named there too. */
function placesOf(fact: Fact): string[] {
  const alsoBy = fact.kind === 'statement' ? fact.alsoBy.flatMap(({ cites }) => cites) : []
  return [...new Set([...fact.cites, ...alsoBy])]
}

const hidden = /\{\{([^{}]+?)(?:::([^{}]+))?\}\}/g

function byHand(fact: Fact): DraftCard[] {
  return fact.cards.map((card) => {
    const template = `card-${card.id}`
    if ('front' in card) return basic(template, card.front, card.back)
    return {
      template,
      kind: 'cloze',
      front: card.cloze.replace(hidden, (_, _answer, hint) => (hint === undefined ? '[…]' : `[… ${hint}]`)),
      back: card.cloze.replace(hidden, '$1'),
    }
  })
}

/** Everybody who is credited with a fact, the one it names first with the capacity spoken in. */
function creditedNames(fact: FactOf<'statement'> | FactOf<'quotation'>, world: World): string[] {
  const speaker = speakerOf(fact, world)
  if (speaker === undefined) return []
  const also = fact.kind === 'statement' ? fact.alsoBy.map(({ actor }) => world.nameOf(actor)) : []
  return [speaker.name, ...also]
}

/** "a, b and c"; with semicolons where a part holds a comma or an "and" itself. */
function listed(parts: readonly string[]): string {
  if (parts.length > 1 && parts.some((part) => /,| and /.test(part))) return parts.join('; ')
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)
}
