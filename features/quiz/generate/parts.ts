import type { Fact, Part } from '@/features/catalog/schema.ts'
import { orderBySeed, shortHash } from '@/lib/random.ts'
import type { Item } from '../item.ts'
import type { ClozeGap } from '../items/cloze/schema.ts'
import { type DraftDistractor, idOfText, itemFrom, keyOption, type World, wrongOption } from './draft.ts'

/** Items on the parts of a fact's own sentence: hidden in gaps, or exchanged for what the source does not bear out. */
export function partItems(fact: Fact, world: World): Item[] {
  const gapped = [...chosenGaps(fact, world), ...typedGaps(fact, world)]
  // A silence has an assertion of its own to be judged.
  return fact.kind === 'silence' ? gapped : [...gapped, ...judgedSentence(fact, world)]
}

/** How many gaps one sentence has at most. */
const gapsShown = 3

function chosenGaps(fact: Fact, world: World): Item[] {
  const parts = gappedTogether(
    fact.parts.filter(({ instead }) => instead.length >= 2),
    world,
  )
  if (parts.length === 0) return []
  const gaps = inOrder(fact, parts).map(
    (part): ClozeGap => ({
      kind: 'chosen',
      id: part.id,
      options: orderBySeed(
        [keyOption(part.words), ...part.instead.map((one) => wrongOption(asDistractor(one)))],
        `${fact.id}.${part.id}`,
        ({ id }) => id,
      ),
      key: idOfText(part.words),
    }),
  )
  return [clozeItem(fact, 'gaps', inOrder(fact, parts), gaps, world)]
}

/**
 * The parts that may be hidden together. With the subject hidden as well as what is said of it, another
 * subject with its own point would fit: so a name is hidden only where nothing else is.
 */
function gappedTogether(parts: readonly Part[], world: World): readonly Part[] {
  const names = parts.filter(({ words }) => world.isSpeakerName(words))
  const others = parts.filter(({ words }) => !world.isSpeakerName(words))
  return others.length > 0 ? others.slice(0, gapsShown) : names.slice(0, 1)
}

function typedGaps(fact: Fact, world: World): Item[] {
  return fact.parts.flatMap((part) => {
    if (part.accept === undefined) return []
    const accepted = [...new Set([part.words, ...part.accept, ...world.formsOf(part.words)])]
    const gap: ClozeGap = {
      kind: 'typed',
      id: part.id,
      accepted,
      // In short forms and numbers one character makes another name.
      toleratesTypos: /\p{Ll}{4}/u.test(part.words) && !/\d/.test(part.words),
      misreadings: part.instead.map(asDistractor),
    }
    return [clozeItem(fact, `typed-${part.id}`, [part], [gap], world)]
  })
}

function clozeItem(fact: Fact, template: string, parts: readonly Part[], gaps: ClozeGap[], world: World): Item {
  const { called } = world.sourceOf(fact)
  return itemFrom('cloze', fact, template, {
    stem: `Complete the sentence so that it agrees with ${called}.`,
    pieces: piecesAround(fact.says, parts),
    gaps,
  })
}

/** The sentence, either as the fact has it or with one part exchanged: whichever it is follows from the fact's id. */
function judgedSentence(fact: Fact, world: World): Item[] {
  const exchanges = fact.parts.flatMap((part) => part.instead.map((instead) => ({ part, instead })))
  const [exchange] = orderBySeed(exchanges, fact.id, ({ part, instead }) => `${part.id} ${instead.text}`)
  if (exchange === undefined) return []
  const { called } = world.sourceOf(fact)
  const { part, instead } = exchange
  const verdicts = instead.contradicted ? (['true', 'false', 'unsaid'] as const) : (['true', 'false'] as const)
  const isTrue = Number.parseInt(shortHash(`${fact.id} judged`).slice(0, 2), 16) % 2 === 0
  if (isTrue) {
    const because = `This is what ${called} says.`
    return [
      itemFrom('true-false', fact, 'judge', {
        assertion: fact.says,
        called,
        verdicts: [...verdicts],
        key: 'true',
        explanation: because,
        misreadings: verdicts
          .filter((verdict) => verdict !== 'true')
          .map((verdict) => ({ verdict, because, proof: 'said-elsewhere', cites: fact.cites })),
      }),
    ]
  }
  return [
    itemFrom('true-false', fact, 'judge', {
      assertion: exchanged(fact, part, instead.text),
      called,
      verdicts: [...verdicts],
      key: 'false',
      misreadings: verdicts
        .filter((verdict) => verdict !== 'false')
        .map((verdict) => ({ verdict, because: instead.because, proof: 'authored', cites: instead.cites })),
    }),
  ]
}

/** The fact's sentence with other words in place of one of its parts. */
export function exchanged({ says }: Fact, { words }: Part, instead: string): string {
  return says.replace(words, () => instead)
}

/** Parts in the order in which they stand in the sentence. */
function inOrder({ says }: Fact, parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => says.indexOf(a.words) - says.indexOf(b.words))
}

/** The pieces of a sentence before, between and after its parts, which come in order and do not overlap. */
function piecesAround(says: string, parts: readonly Part[]): string[] {
  const pieces: string[] = []
  let rest = says
  for (const { words } of parts) {
    const start = rest.indexOf(words)
    pieces.push(rest.slice(0, start))
    rest = rest.slice(start + words.length)
  }
  return [...pieces, rest]
}

function asDistractor({ text, because, cites }: Part['instead'][number]): DraftDistractor {
  return { text, because, proof: 'authored', cites }
}
