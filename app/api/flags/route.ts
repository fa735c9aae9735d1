import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { flagItem } from '@/features/quiz/actions.ts'

export const POST = limited(limits.flags, flagItem)
