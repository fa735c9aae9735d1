import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { takeBackReview } from '@/features/study/actions.ts'

export const POST = limited(limits.reviews, takeBackReview)
