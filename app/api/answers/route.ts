import { answerItem } from '@/features/quiz/actions.ts'
import { loadLessonAnswers } from '@/features/quiz/loaders.ts'
import { reading } from '@/lib/action.ts'

export const POST = answerItem

export const GET = reading((request) => loadLessonAnswers(new URL(request.url).searchParams.get('lesson') ?? ''))
