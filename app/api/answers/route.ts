import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { answerItem } from '@/features/quiz/actions.ts'
import { loadLessonAnswers } from '@/features/quiz/loaders.ts'
import { rememberAnswers } from '@/features/study/actions.ts'
import { reading } from '@/lib/action.ts'

export const POST = limited(limits.answers, answerItem(rememberAnswers))

export const GET = reading((request) => loadLessonAnswers(new URL(request.url).searchParams.get('lesson') ?? ''))
