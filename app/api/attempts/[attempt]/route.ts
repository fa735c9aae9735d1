import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { loadAttempt } from '@/features/quiz/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(async (_, { params }: { params: Promise<{ attempt: string }> }) =>
  loadAttempt((await params).attempt, aroundAttempts),
)
