import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { beginAttempt } from '@/features/quiz/actions.ts'
import { loadLessonAttempt } from '@/features/quiz/loaders.ts'
import { reading } from '@/lib/action.ts'

export const POST = limited(limits.answers, beginAttempt(aroundAttempts))

export const GET = reading((request) => loadLessonAttempt(new URL(request.url).searchParams.get('lesson') ?? ''))
