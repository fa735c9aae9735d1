/**
 * Which of several parallel forms an attempt gets, counted from one: learners get them in turn, in the order in which they
 * begin, so that all are used alike; and a further attempt of one learner gets the form after the one before.
 *
 * @param before the forms that the learner has had, in their order
 * @param othersBegun how many other learners have begun
 */
export function dealtForm(forms: number, before: readonly number[], othersBegun: number): number {
  const last = before.at(-1)
  return last === undefined ? (othersBegun % forms) + 1 : (last % forms) + 1
}
