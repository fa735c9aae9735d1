import type { Settings } from '../assignments/settings.ts'
import { commonTerms, type OverrideTerms, type Terms, termsFor } from '../assignments/terms.ts'

/** Other terms, as they are kept: either of one account or of one group. */
export interface OverrideRow {
  accountId: string | null
  groupId: string | null
  terms: OverrideTerms
}

/** The terms of every learner of a class in one assignment. */
export function learnerTerms(
  assignment: Pick<Terms, 'opensAt' | 'dueAt' | 'closesAt'> & {
    settings: Pick<Settings, 'timeLimitSeconds' | 'attempts'>
  },
  overrides: readonly OverrideRow[],
  groupsOf: ReadonlyMap<string, readonly string[]>,
): (accountId: string) => Terms {
  const common = commonTerms(assignment, assignment.settings)
  if (overrides.length === 0) return () => common
  const ofGroup = new Map(overrides.flatMap(({ groupId, terms }) => (groupId === null ? [] : [[groupId, terms]])))
  const ofAccount = new Map(
    overrides.flatMap(({ accountId, terms }) => (accountId === null ? [] : [[accountId, terms]])),
  )
  return (accountId) => {
    const ofGroups = (groupsOf.get(accountId) ?? []).flatMap((groupId) => ofGroup.get(groupId) ?? [])
    const own = ofAccount.get(accountId) ?? null
    return own === null && ofGroups.length === 0 ? common : termsFor(common, ofGroups, own)
  }
}
