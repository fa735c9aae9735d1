import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { takeBackMemoryOfAttempt } from '@/features/study/actions.ts'

export const POST = takeBackMemoryOfAttempt(aroundAttempts)
