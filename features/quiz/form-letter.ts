/** Parallel forms go by letters: 1 is A. */
export function formLetter(form: number): string {
  return String.fromCharCode(64 + form)
}
