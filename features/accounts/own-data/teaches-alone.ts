/** A class that would be left without a teacher. */
export interface TaughtAlone {
  name: string
  isArchived: boolean
}

/**
 * Why somebody can't be deleted, and what to do.
 *
 * @param who what they are called; nothing where they are told themselves
 */
export function teachesAloneText(classes: readonly TaughtAlone[], who?: string): string {
  const named = listFormat.format(classes.map(({ name }) => `“${name}”`))
  const them = classes.length === 1 ? 'it' : 'each of them'
  if (who !== undefined) {
    return `${who} is the only teacher of ${named}, and there are others in ${them}. Give ${them} another teacher first, under Classes.`
  }
  const isArchived = classes.some((one) => one.isArchived)
  const first = isArchived ? ' What is archived has to be taken up again for that.' : ''
  return `You are the only teacher of ${named}, and there are others in ${them}. Make somebody else there a teacher, or put everybody out, and then delete.${first}`
}

const listFormat = new Intl.ListFormat('en-GB')
