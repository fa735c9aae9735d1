/** Every place that an item or a draft of one cites, for its key and for its reasons, each once. */
export function citedPlaces(item: object): string[] {
  return [...new Set(placesIn(item))]
}

function placesIn(part: unknown): string[] {
  if (part === null || typeof part !== 'object') return []
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'cites' || name === 'locators' ? (value as string[]) : placesIn(value),
  )
}
