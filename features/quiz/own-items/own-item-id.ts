/** Under which id quizzes know a version of an item that somebody has written. */
export function ownItemId(bankItemId: string, version: number): string {
  return `own:${bankItemId}:v${version}`
}

/** The item and the version that an id names; nothing for the id of an item of the catalog. */
export function readOwnItemId(itemId: string): { bankItemId: string; version: number } | null {
  const [, bankItemId, version] = /^own:([^:]+):v([1-9]\d{0,8})$/.exec(itemId) ?? []
  return bankItemId === undefined ? null : { bankItemId, version: Number(version) }
}
