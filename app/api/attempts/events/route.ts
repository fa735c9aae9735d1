import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { keepEvent } from '@/features/quiz/actions.ts'
import { rememberAnswers } from '@/features/study/actions.ts'

export const POST = limited(limits.answers, keepEvent(rememberAnswers))
