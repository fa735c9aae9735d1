import type { Catalog, Debate, Exercise, Fact } from '@/features/catalog/schema.ts'
import { orderBySeed } from '@/lib/random.ts'
import type { Item } from '../item.ts'
import { asSentence, capitalised, idOfText, itemFromSeveral, type World } from './draft.ts'
import { speakerOf } from './speaker.ts'

/** Items that bring several facts together: points with speakers, points with positions. */
export function itemsTogether({ exercises, debates, facts }: Catalog, world: World): Item[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const factsOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  return [
    ...exercises.flatMap((exercise) => matchingItem(exercise, factsOf(exercise.facts), world)),
    ...debates.flatMap((debate) => categorisingItem(debate, factsOf, world)),
  ]
}

/** What is to be matched in a fact, by its kind; nothing for kinds that have no two sides. */
export function sidesOf(fact: Fact, world: World): { prompt: string; choice: string } | undefined {
  switch (fact.kind) {
    case 'statement': {
      const speaker = speakerOf(fact, world)
      return speaker && { prompt: asSentence(fact.claim), choice: capitalised(speaker.name) }
    }
    case 'quotation': {
      const speaker = speakerOf(fact, world)
      return speaker && { prompt: `“${fact.words}”`, choice: capitalised(speaker.name) }
    }
    case 'role':
      return { prompt: capitalised(world.nameOf(fact.actor)), choice: capitalised(fact.capacity) }
    case 'term':
      return { prompt: fact.term, choice: capitalised(fact.standsFor) }
    default:
      return undefined
  }
}

function matchingItem({ id }: Exercise, facts: readonly Fact[], world: World): Item[] {
  const [first] = facts
  if (first === undefined) return []
  const { called } = world.sourceOf(first)
  const stems: Partial<Record<Fact['kind'], string>> = {
    statement: `To whom does ${called} credit each of these points?`,
    quotation: `Whose words does ${called} quote here?`,
    role: `In which capacity does ${called} name each of these people?`,
    term: `What does each of these short forms stand for in ${called}?`,
  }
  const pairs = facts.flatMap((fact) => {
    const sides = sidesOf(fact, world)
    return sides === undefined ? [] : [{ ...sides, fact }]
  })
  const choices = pairs.map(({ choice }) => ({ id: idOfText(choice), text: choice }))
  return [
    itemFromSeveral('matching', facts, id, {
      stem: stems[first.kind] ?? '',
      prompts: pairs.map(({ prompt, fact }) => ({
        id: idOfText(prompt),
        text: prompt,
        because: fact.says,
        cites: fact.cites,
      })),
      choices: orderBySeed(choices, id, (choice) => choice.id),
      key: Object.fromEntries(pairs.map(({ prompt, choice }) => [idOfText(prompt), idOfText(choice)])),
      explanation: `Each pair rests on what ${called} says of one of them.`,
    }),
  ]
}

function categorisingItem(debate: Debate, factsOf: (ids: readonly string[]) => Fact[], world: World): Item[] {
  const entries = debate.positions.flatMap((position) =>
    factsOf(position.facts).flatMap((fact) =>
      fact.kind === 'statement' ? [{ fact, position, text: asSentence(fact.claim) }] : [],
    ),
  )
  const [first] = entries
  if (first === undefined || entries.length < 3) return []
  return [
    itemFromSeveral(
      'categorising',
      entries.map(({ fact }) => fact),
      `debate-${debate.id}.sort`,
      {
        stem: `${debate.question} Sort these points by the position to which they belong in ${world.sourceOf(first.fact).called}.`,
        categories: debate.positions.map(({ id, label }) => ({ id, text: label })),
        entries: orderBySeed(
          entries.map(({ fact, text }) => ({ id: idOfText(text), text, because: fact.says, cites: fact.cites })),
          debate.id,
          ({ id }) => id,
        ),
        key: Object.fromEntries(entries.map(({ text, position }) => [idOfText(text), position.id])),
        explanation: debate.positions.map(({ says }) => says).join(' '),
      },
    ),
  ]
}
