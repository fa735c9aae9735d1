import type { Actor, Term } from './schema.ts'

/** An actor or term with every form under which a text may name it. */
export interface Named {
  id: string
  forms: readonly string[]
}

/** All names and aliases, surnames of persons included; a leading "the" is no part of a name. */
export function namedEntities(actors: readonly Actor[], terms: readonly Term[]): Named[] {
  const withoutArticle = (form: string) => form.replace(/^the\s+/i, '')
  // "the next Secretary-General" is an office: its last word names somebody else.
  const surname = ({ kind, name }: Actor) =>
    kind === 'person' && !name.startsWith('the ') ? name.split(' ').slice(-1) : []
  return [
    ...actors.map((actor) => ({ id: actor.id, forms: [actor.name, ...actor.aliases, ...surname(actor)] })),
    ...terms.map((term) => ({ id: term.id, forms: [term.name, ...term.aliases] })),
  ].map(({ id, forms }) => ({ id, forms: [...new Set(forms.map(withoutArticle))] }))
}

export interface NamesFound {
  /** Entities named in the text, once each, with the form that was found. */
  entities: { id: string; form: string }[]
  /** Other words with a capital that do not merely begin a sentence. */
  capitalised: string[]
}

/** Finds names in a text: known ones by their longest form first, then whatever else bears a capital. */
export function findNames(text: string, entities: readonly Named[]): NamesFound {
  const found: NamesFound = { entities: [], capitalised: [] }
  const forms = entities
    .flatMap(({ id, forms }) => forms.map((form) => ({ id, form })))
    .sort((a, b) => b.form.length - a.form.length)
  let rest = text
  for (const { id, form } of forms) {
    const pattern = wholeWords(form)
    if (!pattern.test(rest)) continue
    // What an entity's form covers is spent, so that "UN" is not found again inside "UN Charter".
    rest = rest.replace(wholeWords(form), (match) => '·'.repeat(match.length))
    if (!found.entities.some((entity) => entity.id === id)) found.entities.push({ id, form })
  }
  for (const match of rest.matchAll(/\p{Lu}[\p{L}\p{N}]*/gu)) {
    const before = rest.slice(0, match.index)
    const beginsSentence = /(^|[.?!:…]["”’)]*\s+|["“(\n]\s*)$/.test(before)
    const insideWord = /[\p{L}\p{N}·]$/u.test(before)
    if (!beginsSentence && !insideWord && match[0] !== 'I') found.capitalised.push(match[0])
  }
  return found
}

/** Whether the text names the entity under any of its forms. */
export function isNamedIn(text: string, entity: Named): boolean {
  return entity.forms.some((form) => wholeWords(form).test(text))
}

/** Patterns once made: the same few hundred names are looked for in thousands of texts. */
const patterns = new Map<string, RegExp>()

function wholeWords(form: string): RegExp {
  const known = patterns.get(form)
  if (known !== undefined) {
    // A global pattern remembers where it stopped.
    known.lastIndex = 0
    return known
  }
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu')
  patterns.set(form, pattern)
  return pattern
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** The number that a word stands for, cardinal or ordinal, up to ninety-nine; -1 for any other word. */
function numberOfWord(word: string): number {
  const [ten = '', unit] = word.split('-')
  const value = Math.max(units.indexOf(ten), ordinals.indexOf(ten))
  const round = tens.indexOf(ten)
  if (round === -1) return unit === undefined ? value : -1
  const rest = unit === undefined ? 0 : Math.max(units.indexOf(unit), ordinals.indexOf(unit))
  return rest === -1 ? -1 : (round + 2) * 10 + rest
}

/**
 * The numbers in a text, in figures or in words up to ninety-nine, cardinal and ordinal alike.
 * "One", "first" and "second" are left out: they are more often grammar than number.
 */
export function findNumbers(text: string): number[] {
  const figures = [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([figure]) => Number(figure.replaceAll(',', '')))
  const words = [...text.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)?/g)].flatMap(([run]) => {
    // Only the words for tens are joined to another number by their hyphen: "sixty-eight", but "two-thirds".
    return (numberOfWord(run) === -1 ? run.split('-') : [run]).flatMap((word) => {
      const value = numberOfWord(word)
      return value >= 2 && word !== 'second' ? [value] : []
    })
  })
  return [...new Set([...figures, ...words])]
}
