import { becomeLearner } from '@/features/accounts/actions.ts'
import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'

export const POST = limited(limits.learners, becomeLearner)
