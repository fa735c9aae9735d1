import { takeBackReview } from '@/features/study/actions.ts'

export const POST = takeBackReview
