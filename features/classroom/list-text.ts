/** "Ada, Ben and Cleo". */
export function listText(names: readonly string[]): string {
  return listFormat.format(names)
}

const listFormat = new Intl.ListFormat('en-GB')
