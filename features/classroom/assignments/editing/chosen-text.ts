/** So many are named; of more, one less, and how many others there are. */
const mostNamed = 3

/**
 * What is chosen of a list, in few words: "Prevention; Disarmament; 4 more".
 *
 * @param any what it comes to where nothing is
 */
export function chosenText(
  choices: readonly { id: string; title: string }[],
  chosen: readonly string[],
  any: string,
): string {
  const titles = choices.flatMap(({ id, title }) => (chosen.includes(id) ? [title] : []))
  if (titles.length === 0) return any
  const named = titles.length > mostNamed ? titles.slice(0, mostNamed - 1) : titles
  const others = titles.length - named.length
  // A title may hold a comma, or an “and”.
  return [...named, ...(others > 0 ? [`${others} more`] : [])].join('; ')
}
