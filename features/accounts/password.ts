import { dictionary } from '@zxcvbn-ts/language-common'

/** The fewest and the most characters of a password. Length makes one hard to guess; rules on its characters do not. */
const passwordLength = { min: 10, max: 200 }

const commonest = new Set(dictionary['passwords-common'])
/** What is left of a password without its ends, such as the year in "basketball2024". */
const shortestCore = 5

/** A password as it is hashed: the same on every keyboard, whichever way it composes its letters. */
export function normalisedPassword(password: string): string {
  return password.normalize('NFKC')
}

/**
 * Why a password will not do, in words for whoever chose it; nothing if it will.
 *
 * @param owner what others know of whoever it is for
 */
export function passwordProblem(password: string, owner: { email: string; name: string }): string | null {
  const normalised = normalisedPassword(password)
  const length = [...normalised].length
  if (length < passwordLength.min) {
    return `This password has ${length} ${length === 1 ? 'character' : 'characters'}. Choose one of at least ${passwordLength.min}: three or four words in a row will do.`
  }
  if (length > passwordLength.max) return `Choose a password of at most ${passwordLength.max} characters.`
  const lower = normalised.toLowerCase()
  if (isCommon(lower) || new Set(lower).size < 4) {
    return 'This is among the first passwords that anybody would try. Choose one that is yours alone.'
  }
  const [mailbox = ''] = owner.email.toLowerCase().split('@')
  const known = [owner.email, mailbox, owner.name].map(bare).filter((text) => text.length > 2)
  if (known.some((text) => leavesLittle(bare(lower), text))) {
    return 'Your name or address is the first thing that anybody would try. Choose something else.'
  }
  return null
}

function isCommon(password: string): boolean {
  if (commonest.has(password)) return true
  const core = password.replace(/^\P{L}+|\P{L}+$/gu, '')
  return core.length >= shortestCore && 2 * core.length > password.length && commonest.has(core)
}

/** Without what is easily left out or put in. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Whether a password is little more than what it contains. */
function leavesLittle(password: string, known: string): boolean {
  return password.includes(known) && password.length - known.length < 5
}
