import type { Attribution, Fact, FactOf } from '@/features/catalog/schema.ts'
import { orderBySeed } from '@/lib/random.ts'
import type { Item } from '../item.ts'
import {
  asSentence,
  capitalised,
  choiceByTemplate,
  type DraftDistractor,
  itemFrom,
  pickDistractors,
  type World,
} from './draft.ts'
import { creditedWith, inMidSentence, type Speaker, speakerOf } from './speaker.ts'

/**
 * Items on who said what. A speaker or a point is offered as wrong only if the record credits it
 * elsewhere: the fact's author has read the whole document for others who made the point (`alsoBy`),
 * and who takes part in the same debate at all is never offered.
 */

type Statement = FactOf<'statement'>
type Moment = Exclude<Attribution, 'summary'>['moment']
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
  const speaker = speakerOf(fact, world)
  if (speaker === undefined || !world.sourceOf(fact).isRecord) return []
  return [...whoItem(fact, speaker, world), ...whatItem(fact, speaker, world)]
}

function whoItem(fact: Statement, speaker: Speaker, world: World): Item[] {
  const others = otherSpeakers(fact, world)
  const ofKind = new Set(others.filter((other) => isSameKind(other.speaker, speaker, world)).map(nameInFront))
  // A state among persons, or a person among states, would give itself away.
  if (ofKind.size === 0) return []
  return choiceByTemplate(
    fact,
    {
      template: 'who',
      stem: `To whom does the summary credit the point that ${fact.claim}?`,
      key: capitalised(speaker.name),
      distractors: others.map((other) => ({
        text: nameInFront(other),
        because: `The summary credits ${inMidSentence(other.speaker)} with other points, such as that ${other.theirs.claim}.`,
        proof: 'credited-to-another',
        cites: other.theirs.cites,
      })),
    },
    ({ text }) => ofKind.has(text),
  )
}

function whatItem(fact: Statement, speaker: Speaker, world: World): Item[] {
  if (fact.by === 'summary') return []
  const { moment } = fact.by
  const others = pointsOfOthers(fact, speaker, world)
  const ofMoment = new Set(others.filter((other) => other.moment === moment).map(({ text }) => text))
  return choiceByTemplate(
    fact,
    {
      template: 'what',
      stem: `Which of these points does the summary credit to ${inMidSentence(speaker)}${momentPhrase[moment]}?`,
      key: asSentence(fact.claim),
      distractors: others.map(({ moment: _, ...distractor }) => distractor),
    },
    // What was said at the same moment is what one might mix up.
    ({ text }) => ofMoment.has(text),
  )
}

/** Points that the record credits to others, in debates in which the speaker is credited with nothing. */
function pointsOfOthers(fact: Statement, speaker: Speaker, world: World): (DraftDistractor & { moment: Moment })[] {
  const ofSpeaker = world.facts.filter((other) => creditedWith(other, world).includes(speaker.actorId))
  return statements(world)
    .filter((other) => !creditedWith(other, world).includes(speaker.actorId))
    .filter((other) => !world.areNear(other, fact) && !ofSpeaker.some((own) => world.areNear(own, other)))
    .flatMap((other) => {
      const theirSpeaker = speakerOf(other, world)
      if (theirSpeaker === undefined || other.by === 'summary') return []
      return [
        {
          text: asSentence(other.claim),
          because: `The summary credits this to ${theirSpeaker.name}, not to ${speaker.name}.`,
          proof: 'credited-to-another' as const,
          cites: other.cites,
          moment: other.by.moment,
        },
      ]
    })
}

/** Whose words these are. The record quotes them once, from one speaker. */
export function quotationItems(fact: FactOf<'quotation'>, world: World): Item[] {
  const speaker = speakerOf(fact, world)
  if (speaker === undefined || !world.sourceOf(fact).isRecord) return []
  const id = `${fact.id}.words`
  const others = otherSpeakers(fact, world)
  const isOfKind = (other: OtherSpeaker) => isSameKind(other.speaker, speaker, world)
  const chosen = pickDistractors(id, speaker.actorId, others, ({ speaker: { actorId } }) => actorId, isOfKind)
  if (chosen.length < 2 || !chosen.some(isOfKind)) return []
  const option = ({ actorId, name }: Speaker) => ({
    id: actorId,
    name: capitalised(name),
    office: world.officeOf(actorId),
  })
  const options = [
    { ...option(speaker), because: null, proof: null, cites: [] },
    ...chosen.map((other) => ({
      ...option(other.speaker),
      because: `The summary quotes ${speaker.name} here. It credits ${inMidSentence(other.speaker)} with other points, such as that ${other.theirs.claim}.`,
      proof: 'quoted-from-another' as const,
      cites: other.theirs.cites,
    })),
  ]
  return [
    itemFrom('quote-attribution', fact, 'words', {
      words: fact.words,
      about: fact.about,
      options: orderBySeed(options, id, (one) => one.id),
      key: speaker.actorId,
    }),
  ]
}

/** A speaker who may be offered as wrong, with a point that is theirs. */
interface OtherSpeaker {
  speaker: Speaker
  theirs: Statement
}

/**
 * Speakers whom the record does not credit with this fact nor with any that comes near it, once each, with
 * a point of theirs as the reason to show. Nobody is offered beside themselves in another capacity.
 */
function otherSpeakers(fact: Said, world: World): OtherSpeaker[] {
  const credited = new Set([
    ...creditedWith(fact, world),
    ...world.facts.filter((other) => world.areNear(other, fact)).flatMap((other) => creditedWith(other, world)),
  ])
  const theirPoints = new Map<string, Statement[]>()
  for (const other of statements(world)) {
    const actorId = other.by === 'summary' ? undefined : other.by.actor
    if (actorId === undefined || credited.has(actorId)) continue
    theirPoints.set(actorId, [...(theirPoints.get(actorId) ?? []), other])
  }
  return [...theirPoints.values()].flatMap((points) => {
    const [theirs] = orderBySeed(points, fact.id, ({ id }) => id)
    const speaker = theirs === undefined ? undefined : speakerOf(theirs, world)
    return theirs === undefined || speaker === undefined ? [] : [{ speaker, theirs }]
  })
}

/** Statements that can stand beside each other as options: those of the record, never background. */
function statements(world: World): Statement[] {
  return world.facts.filter(
    (fact: Fact): fact is Statement => fact.kind === 'statement' && world.sourceOf(fact).isRecord,
  )
}

function isSameKind(a: Speaker, b: Speaker, world: World): boolean {
  return world.kindOf(a.actorId) === world.kindOf(b.actorId)
}

function nameInFront({ speaker }: OtherSpeaker): string {
  return capitalised(speaker.name)
}
