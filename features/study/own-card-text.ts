/** How many characters a side of one's own card may have. */
export const longestSide = 1000

/** The front as it is kept: one line of plain text. */
export function plainFront(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim()
}

/** The back as it is kept: plain text, with its line breaks. */
export function plainBack(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n')).trim()
}

/** What keeps a side from being kept, in words; nothing if it can be. */
export function problemOfSide(plain: string): string | null {
  if (plain === '') return 'Nothing stands here yet.'
  const over = plain.length - longestSide
  return over > 0 ? `${plain.length} of at most ${longestSide} characters: take ${over} out.` : null
}

/** Characters that nobody sees, and that a database may not store. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '')
}
