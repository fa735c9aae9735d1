import { loadQuizHome } from '@/features/quiz/loaders.ts'
import { rememberAnswers } from '@/features/study/actions.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(() => loadQuizHome(rememberAnswers))
