import type { Fact, FactOf } from '@/features/catalog/schema.ts'
import { orderBySeed, shortHash } from '@/lib/random.ts'
import type { Item } from '../item.ts'
import {
  asSentence,
  capitalised,
  coreOf,
  type DraftDistractor,
  pickDistractors,
  singleChoice,
  type World,
} from './draft.ts'

/**
 * Items on who said what. A speaker or a point is offered as wrong only if the record credits it
 * elsewhere: the fact's author has read the whole document for others who made the point (`alsoBy`)
 * and for points that come close (`near`), and neither is ever offered.
 */

type Statement = FactOf<'statement'>
type Said = Statement | FactOf<'quotation'>

const momentPhrase = {
  opening: ' in the opening remarks',
  panel: ' at the panel',
  floor: ' from the floor',
  reply: ' in reply',
  closing: ' in the closing remarks',
  'not-stated': '',
} as const

export function statementItems(fact: Statement, world: World): Item[] {
  if (!world.sourceOf(fact).isRecord) return []
  return [...whoItem(fact, world), ...whatItem(fact, world)]
}

function whoItem(fact: Statement, world: World): Item[] {
  const [speaker] = creditedWith(fact)
  if (speaker === undefined) return []
  return singleChoice(fact, {
    template: 'who',
    stem: `To whom does the summary credit the point that ${fact.claim}?`,
    key: capitalised(world.nameOf(speaker)),
    distractors: otherSpeakers(fact, world).map(({ actorId, theirs }) => ({
      text: capitalised(world.nameOf(actorId)),
      because: `The summary credits ${world.nameOf(actorId)} with other points, such as that ${theirs.claim}.`,
      proof: 'credited-to-another',
      cites: theirs.cites,
    })),
  })
}

function whatItem(fact: Statement, world: World): Item[] {
  const [speaker] = creditedWith(fact)
  if (speaker === undefined || fact.by === 'summary') return []
  const key = asSentence(fact.claim)
  return singleChoice(fact, {
    template: 'what',
    stem: `Which of these points does the summary credit to ${world.nameOf(speaker)}${momentPhrase[fact.by.moment]}?`,
    key,
    distractors: pointsOfOthers(fact, speaker, world),
  })
}

/** Points that the record credits to others and that come close to nothing the speaker is credited with. */
function pointsOfOthers(fact: Statement, speaker: string, world: World): DraftDistractor[] {
  const ofSpeaker = world.facts.filter((other) => creditedWith(other).includes(speaker))
  return statements(world)
    .filter((other) => !creditedWith(other).includes(speaker))
    .filter((other) => !isNear(other, fact) && !ofSpeaker.some((own) => isNear(own, other)))
    .flatMap((other) => {
      const [theirSpeaker] = creditedWith(other)
      if (theirSpeaker === undefined) return []
      return [
        {
          text: asSentence(other.claim),
          because: `The summary credits this to ${world.nameOf(theirSpeaker)}, not to ${world.nameOf(speaker)}.`,
          proof: 'credited-to-another' as const,
          cites: other.cites,
        },
      ]
    })
}

/** Whose words these are. The record quotes them once, from one speaker. */
export function quotationItems(fact: FactOf<'quotation'>, world: World): Item[] {
  const [speaker] = creditedWith(fact)
  if (speaker === undefined) return []
  const id = `${fact.id}.words`
  const chosen = pickDistractors(id, speaker, otherSpeakers(fact, world), ({ actorId }) => actorId)
  if (chosen.length < 2) return []
  const option = (actorId: string) => ({
    id: actorId,
    name: capitalised(world.nameOf(actorId)),
    office: world.officeOf(actorId),
  })
  const options = [
    { ...option(speaker), because: null, proof: null, cites: [] },
    ...chosen.map(({ actorId, theirs }) => ({
      ...option(actorId),
      because: `The summary quotes ${world.nameOf(speaker)} here. It credits ${world.nameOf(actorId)} with other points, such as that ${theirs.claim}.`,
      proof: 'quoted-from-another' as const,
      cites: theirs.cites,
    })),
  ]
  const item = {
    ...coreOf(fact, id),
    type: 'quote-attribution' as const,
    words: fact.words,
    about: fact.about,
    options: orderBySeed(options, id, (one) => one.id),
    key: speaker,
  }
  return [{ ...item, revision: shortHash(JSON.stringify(item)).slice(0, 10) }]
}

/**
 * Speakers whom the record does not credit with this fact nor with one that comes close, each with
 * a point that is theirs, as the reason to show.
 */
function otherSpeakers(fact: Said, world: World): { actorId: string; theirs: Statement }[] {
  const credited = new Set(world.facts.filter((other) => isNear(other, fact)).flatMap(creditedWith))
  const speakers = [...new Set(statements(world).flatMap((other) => creditedWith(other).slice(0, 1)))]
  return speakers
    .filter((actorId) => !credited.has(actorId))
    .flatMap((actorId) => {
      const theirs = statements(world).filter((other) => creditedWith(other)[0] === actorId)
      const [telling] = orderBySeed(theirs, fact.id, ({ id }) => id).sort(
        (a, b) => sharedTopics(b, fact) - sharedTopics(a, fact),
      )
      return telling === undefined ? [] : [{ actorId, theirs: telling }]
    })
}

/** Everybody whom the record credits with a fact, the one it names first in front. */
function creditedWith(fact: Fact): string[] {
  if (fact.by === 'summary') return []
  const alsoBy = fact.kind === 'statement' ? fact.alsoBy : []
  return [fact.by.actor, ...fact.by.onBehalfOf, ...alsoBy]
}

/** A fact is near itself and whatever either names as near. */
function isNear(a: Fact, b: Fact): boolean {
  return a.id === b.id || a.near.includes(b.id) || b.near.includes(a.id)
}

/** Statements that can stand beside each other as options: those of the record, never background. */
function statements(world: World): Statement[] {
  return world.facts.filter((fact): fact is Statement => fact.kind === 'statement' && world.sourceOf(fact).isRecord)
}

function sharedTopics(a: Fact, b: Fact): number {
  return a.topics.filter((topic) => b.topics.includes(topic)).length
}
