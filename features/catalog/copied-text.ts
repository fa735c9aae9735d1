/** The longest run of the source's words that may stand in the project. */
export const longestRunAllowed = 11

/**
 * Finds runs of the source's words in a text of ours: twelve or more in a row, letters and digits only,
 * case and punctuation aside. Returns each run's first twelve words.
 */
export function copiedRuns(ours: string, sourceText: string): string[] {
  const length = longestRunAllowed + 1
  const theirs = new Set(runsOf(sourceText, length))
  return runsOf(ours, length).filter((run) => theirs.has(run))
}

function runsOf(text: string, length: number): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(' '))
}
