/**
 * The code that lets people into a class: nine signs in threes, such as 7KX-MQ3-TDF.
 *
 * Signs that look or sound alike are represented by one of them, and there are no vowels, so that no code is a word. With
 * 25 signs a code is one of 3.8 million million (41 bits). Where a thousand classes are open, one guess in 3.8 thousand
 * million finds one, and only an account can guess, which has to wait after a few.
 */

/** Without A E I O U and L, and without B, S and Z, which are read as 8, 5 and 2. */
export const joinCodeSigns = '23456789CDFGHJKMNPQRTVWXY'

const length = 9
const meant: Record<string, string> = { B: '8', S: '5', Z: '2' }

/**
 * Makes a code.
 *
 * @param below picks a whole number from 0 to below its argument, each as likely as the others
 */
export function newJoinCode(below: (end: number) => number): string {
  return Array.from({ length }, () => joinCodeSigns.charAt(below(joinCodeSigns.length))).join('')
}

/** The code that was typed, in whatever case and however it is set apart; nothing if it can't be one. */
export function typedJoinCode(typed: string): string | null {
  const signs = [...typed.toUpperCase().replace(/[\s\p{Pd}._]/gu, '')].map((sign) => meant[sign] ?? sign)
  return signs.length === length && signs.every((sign) => joinCodeSigns.includes(sign)) ? signs.join('') : null
}

/** The code as people read it, in threes. */
export function shownJoinCode(code: string): string {
  return code.replace(/.{3}(?=.)/g, '$&-')
}

/** The page that a code opens. */
export function joinPath(code: string): string {
  return `/join/${shownJoinCode(code)}`
}
