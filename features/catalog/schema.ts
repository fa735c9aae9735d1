import { z } from 'zod'
import { locatorSchema } from './locator.ts'

/** What content/ may say. Every file is read through one of these and nothing else. */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const text = z.string().trim().min(1)
/** Ends like a sentence, so that it can stand alone on a card or as feedback. */
const sentence = text.regex(/[.?!]["”’)]?$/, 'a whole sentence, ending in a full stop')
/** Fits into a sentence of ours: no capital that is not a name, no full stop. */
const clause = text.regex(/[^.]$/, 'a clause without a full stop, to stand inside a sentence')

export const actorIdSchema = slug
export const topicIdSchema = slug
/**
 * Ids of facts are numbered, not named: an id travels with its item before the answer is given,
 * and a telling name would give the key away.
 */
export const factIdSchema = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*-\d{3}$/, 'a prefix and three digits, such as opening-014')

// Sources

export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('record'),
    id: slug,
    title: text,
    /** How a sentence of ours names it: "According to the summary, …". */
    called: text,
    publisher: text,
    date: z.iso.date(),
    runningHeaders: z.array(text).min(1),
    titleSection: slug,
    sections: z
      .array(
        z.strictObject({
          id: slug,
          title: text,
          opensWith: text.optional(),
          layout: z.enum(['prose', 'lines']).default('prose'),
          blocks: z.array(text).optional(),
        }),
      )
      .min(1),
    /** Sentences that state no fact, each with the reason; everything else has to be covered. */
    factless: z.array(z.strictObject({ at: locatorSchema, because: sentence })).default([]),
    /** Sections whose coverage has to be complete for the content to pass. */
    covered: z.array(slug).default([]),
  }),
  z.strictObject({
    kind: z.literal('public-document'),
    id: slug,
    title: text,
    called: text,
    publisher: text,
    date: z.iso.date(),
    /** The document's official symbol, such as A/RES/60/1. */
    symbol: text,
    /** What its numbered places are called: "paragraph", "article". */
    unit: text.default('paragraph'),
    /** The places that facts cite, by the document's own numbers; by a word, such as "vote", where it has none. */
    paragraphs: z.array(z.string()).min(1),
  }),
])

/** The shape of a record: for each sentence its length and hash, never its words. */
export const sentenceIndexSchema = z.strictObject({
  sourceId: slug,
  /** SHA-256 of all sentences, to tell in one line whether a copy is the same text. */
  sha256: z.string(),
  sections: z.array(
    z.strictObject({
      id: slug,
      paragraphs: z.array(z.array(z.strictObject({ words: z.number().int().positive(), sha256: z.string() })).min(1)),
    }),
  ),
})

export const speakingOrderSchema = z.array(
  z.strictObject({
    at: locatorSchema,
    actor: actorIdSchema,
    group: z.enum(['panelists', 'regional-organizations', 'member-states', 'civil-society']),
    as: z.enum(['national', 'group', 'office', 'organization']),
    onBehalfOf: z.array(actorIdSchema).default([]),
    /** The language the list notes behind the name; none is noted for the others. */
    languageNoted: text.optional(),
    /** Whether the list offers the statement's text behind the name. */
    linked: z.boolean(),
  }),
)

// Actors, terms, topics

export const actorSchema = z.strictObject({
  id: actorIdSchema,
  kind: z.enum(['person', 'state', 'group', 'organization', 'body']),
  name: text,
  /** Other spellings and short forms, accepted alike and never set against each other. */
  aliases: z.array(text).default([]),
  /** What stands under a person's name: the office on 6 September 2016, "former" and "incoming" included. */
  office: text.optional(),
  memberOf: z.array(actorIdSchema).default([]),
  /** Of a group: whether every member that the record names anywhere lists it under `memberOf`. */
  membersListed: z.boolean().default(false),
})

export const termSchema = z.strictObject({ id: slug, name: text, aliases: z.array(text).default([]) })

export const topicSchema = z.strictObject({
  id: topicIdSchema,
  title: text,
  branch: z.enum(['pillars', 'actors', 'debates', 'dialogue']),
  parent: topicIdSchema.optional(),
})

// Facts

/** Who stands behind a fact, in which capacity, at which moment, and how the record carries it. */
export const attributionSchema = z.union([
  z.literal('summary'),
  z.strictObject({
    actor: actorIdSchema,
    as: z.enum(['office', 'national', 'group', 'organization']),
    onBehalfOf: z.array(actorIdSchema).default([]),
    /** `not-stated` where the record does not say when, as with what a written report holds. */
    moment: z.enum(['opening', 'panel', 'floor', 'reply', 'closing', 'not-stated']),
    mode: z.enum(['reported', 'quoted']),
  }),
])

/** A wrong answer and the reason why it is wrong; without a reason it may not be offered. */
const distractor = z.strictObject({
  text,
  because: sentence,
  /** Where the reason can be checked, if the fact's own sentences do not show it. */
  cites: z.array(locatorSchema).default([]),
})

/**
 * Words of the fact's own sentence that can be asked for: hidden in a gap, or exchanged for others
 * of which it is known why the record does not have them.
 */
const part = z.strictObject({
  /** Becomes part of the item's id and never changes. */
  id: z.string().regex(/^[a-z]$/, 'one letter'),
  /** Stands exactly once in `says`. */
  words: text,
  /** What else is right when typed. Given, even if empty, the gap may be typed; absent, it is only chosen. */
  accept: z.array(text).optional(),
  /** What may stand in place of the words, each making the sentence one that the record does not support. */
  instead: z
    .array(
      z.strictObject({
        ...distractor.shape,
        /** The record itself says otherwise; without this it only does not say so. */
        contradicted: z.boolean().default(false),
      }),
    )
    .max(4),
})

/** Somebody else whom the record credits with the same claim, and where it does. */
const credit = z.strictObject({ actor: actorIdSchema, cites: z.array(locatorSchema).min(1) })

const asked = z.strictObject({
  /** Becomes part of the item's id and never changes: `a`, `b`, … */
  id: z.string().regex(/^[a-z]$/, 'one letter'),
  stem: text.regex(/\?$/, 'a question, ending in a question mark'),
  key: text,
  distractors: z.array(distractor).min(2).max(5),
})

const handCard = z.union([
  z.strictObject({ id: z.string().regex(/^[a-z]$/, 'one letter'), front: sentence, back: text }),
  /** `{{…}}` marks what is hidden; the hint, if any, follows `::` inside the braces. */
  z.strictObject({
    id: z.string().regex(/^[a-z]$/, 'one letter'),
    cloze: sentence.regex(/\{\{[^{}]+\}\}/, 'at least one {{hidden part}}'),
  }),
])

const factBase = {
  id: factIdSchema,
  /** The fact in our own words, as a learner reads it after answering. */
  says: sentence,
  cites: z.array(locatorSchema).min(1),
  /** Sentences that only tell who "he" or what "this point" is; they are not thereby covered. */
  context: z.array(locatorSchema).default([]),
  weight: z.enum(['core', 'supporting', 'detail']),
  topics: z.array(topicIdSchema).min(1),
  by: attributionSchema,
  asks: z.array(asked).default([]),
  parts: z.array(part).default([]),
  cards: z.array(handCard).default([]),
  /**
   * Facts whose content overlaps with this one though they share no debate: their answers never stand side
   * by side as options. Facts that share a topic of the pillars or debates are near without being listed.
   */
  near: z.array(factIdSchema).default([]),
  /** The name or word that this fact explains, for the glossary. Short forms stand there without it. */
  defines: text.optional(),
  /** The earlier fact that this one stands in for, if the answer had to change. */
  replaces: factIdSchema.optional(),
}

export const factSchema = z.discriminatedUnion('kind', [
  /** Somebody holds or says something. `claim` completes "… the point that …". */
  z.strictObject({
    ...factBase,
    kind: z.literal('statement'),
    about: clause,
    claim: clause,
    /** Everybody else to whom the whole record credits this claim. Empty means: nobody, we read it all. */
    alsoBy: z.array(credit),
  }),
  /** Words that the record quotes. */
  z.strictObject({ ...factBase, kind: z.literal('quotation'), about: clause, words: text }),
  /** What the summary says in its own voice: its view of things. */
  z.strictObject({ ...factBase, kind: z.literal('judgement'), by: z.literal('summary'), about: clause, claim: clause }),
  /** What the summary recounts: dates, places, names, what happened in which order. */
  z.strictObject({ ...factBase, kind: z.literal('account') }),
  /** A number with what it counts. A lower bound or a vague one is never asked for as if exact. */
  z.strictObject({
    ...factBase,
    kind: z.literal('quantity'),
    question: text.regex(/\?$/, 'a question'),
    counts: clause,
    precision: z.enum(['exact', 'at-least', 'vague']),
    /** The number; for a vague quantity there is none. */
    value: z.number().optional(),
    /** As the record has it in words or figures: "68", "over 20", "several". */
    stated: text,
  }),
  /** Members named of something. An open set ("including", "such as") may have more. */
  z.strictObject({
    ...factBase,
    kind: z.literal('set'),
    /** Completes "Which of these does the summary name …?", such as "as a field of agreement". */
    named: clause,
    closed: z.boolean(),
    /** How it is known that there are no more; only a closed set has it. */
    closure: sentence.optional(),
    members: z.array(text).min(2),
    outsiders: z.array(distractor).default([]),
  }),
  /** Things in an order that the record gives. */
  z.strictObject({
    ...factBase,
    kind: z.literal('order'),
    /** Completes "Put these in order: …", such as "the first to speak first". */
    ordered: clause,
    sequence: z.array(text).min(3).max(6),
  }),
  /** A person in a capacity. `capacity` completes "The summary introduces X as …". */
  z.strictObject({
    ...factBase,
    kind: z.literal('role'),
    actor: actorIdSchema,
    capacity: clause,
    status: z.enum(['current', 'former', 'incoming', 'for-the-day']),
  }),
  /** A short form and what it stands for. */
  z.strictObject({
    ...factBase,
    kind: z.literal('term'),
    term: text,
    /** Other short forms that the source uses for the same; as right as the first. */
    alike: z.array(text).default([]),
    standsFor: text,
  }),
  /** The record says two things that cannot both hold; nothing here picks one. */
  z.strictObject({
    ...factBase,
    kind: z.literal('contradiction'),
    /** Completes "What does the document say about …?" */
    about: clause,
    readings: z.array(z.strictObject({ says: clause, where: clause, cites: z.array(locatorSchema).min(1) })).length(2),
  }),
  /** The record does not say. Not said is not false. */
  z.strictObject({
    ...factBase,
    kind: z.literal('silence'),
    question: text.regex(/\?$/, 'a question'),
    /** What one might take for the answer, and why the record does not give it. */
    suppositions: z.array(distractor).min(2),
    /** A sentence that the record neither bears out nor rules out. */
    assertion: sentence,
  }),
])

export const factFileSchema = z.array(factSchema)

// Debates and exercises: what brings several facts together

/** A question on which the record holds several positions, side by side. */
export const debateSchema = z.strictObject({
  id: slug,
  title: text,
  topic: topicIdSchema,
  question: text.regex(/\?$/, 'a question'),
  positions: z
    .array(
      z.strictObject({
        id: slug,
        /** The position in a few words, as the head of a column. */
        label: text,
        says: sentence,
        /** Who is reported to hold it. Always "named", never "all": others may hold it too. */
        facts: z.array(factIdSchema).min(1),
      }),
    )
    .min(2),
  /** Facts in which somebody answers a position. */
  answers: z.array(factIdSchema).default([]),
})

/** Facts of one kind whose answers are to be matched: points with speakers, short forms with names. */
export const exerciseSchema = z.strictObject({
  id: z.string().regex(/^exercise-\d{3}$/, 'exercise- and three digits'),
  facts: z.array(factIdSchema).min(3).max(6),
})

// Lessons

export const lessonMetaSchema = z.strictObject({
  id: slug,
  title: text,
  order: z.number().int().positive(),
  minutes: z.number().int().min(1).max(15),
  /** One sentence on the course page. */
  summary: sentence,
  /** Each completes "After this lesson you can …". */
  objectives: z.array(clause).min(2),
  topics: z.array(topicIdSchema).min(1),
})

export type Source = z.infer<typeof sourceSchema>
export type RecordSource = Extract<Source, { kind: 'record' }>
export type PublicDocument = Extract<Source, { kind: 'public-document' }>
export type SentenceIndex = z.infer<typeof sentenceIndexSchema>
export type SpeakingOrder = z.infer<typeof speakingOrderSchema>
export type Actor = z.infer<typeof actorSchema>
export type Term = z.infer<typeof termSchema>
export type Topic = z.infer<typeof topicSchema>
export type Attribution = z.infer<typeof attributionSchema>
export type Fact = z.infer<typeof factSchema>
export type FactKind = Fact['kind']
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>
export type Part = Fact['parts'][number]
export type Debate = z.infer<typeof debateSchema>
export type Exercise = z.infer<typeof exerciseSchema>
export type LessonMeta = z.infer<typeof lessonMetaSchema>

/** A paragraph of a lesson: what it says and which facts it rests on. */
export interface Passage {
  /** `lesson-id.3`, counted from one within the lesson. */
  id: string
  text: string
  factIds: readonly string[]
}

export interface Lesson extends LessonMeta {
  /** File name in content/lessons. */
  file: string
  passages: readonly Passage[]
  /** Every fact that the lesson cites, in the order of first citation. */
  factIds: readonly string[]
  /** Items that the lesson asks on the way, in order. */
  checkItemIds: readonly string[]
}

export interface Catalog {
  sources: readonly Source[]
  sentences: readonly SentenceIndex[]
  speakingOrder: SpeakingOrder
  actors: readonly Actor[]
  terms: readonly Term[]
  topics: readonly Topic[]
  facts: readonly Fact[]
  debates: readonly Debate[]
  exercises: readonly Exercise[]
  lessons: readonly Lesson[]
}
