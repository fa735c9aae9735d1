import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { loadQuizHome } from '@/features/quiz/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(() => loadQuizHome(aroundAttempts))
