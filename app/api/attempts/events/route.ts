import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { keepEvent } from '@/features/quiz/actions.ts'

export const POST = limited(limits.answers, keepEvent(aroundAttempts))
