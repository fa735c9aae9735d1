import { takeBackMemoryOfAttempt } from '@/features/study/actions.ts'

export const POST = takeBackMemoryOfAttempt
