import { loadAttempt } from '@/features/quiz/loaders.ts'
import { rememberAnswers } from '@/features/study/actions.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(async (_, { params }: { params: Promise<{ attempt: string }> }) =>
  loadAttempt((await params).attempt, rememberAnswers),
)
