import { ownWorkScope, type WorkScope } from '@/features/accounts/scope.ts'

/** What a learner has studied and answered, as the learner themselves is let at it. */
export function workOf(learnerId: string): WorkScope {
  const scope = ownWorkScope({ kind: 'guest', learnerId })
  if (scope === null) throw new Error('A guest is let at their own work by the policy, and was not.')
  return scope
}
