/** A pattern for SQL's LIKE with the escape sign \, for texts that hold this one, whatever signs are in it. */
export function likePattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
