import { loadAttempt } from '@/features/quiz/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => loadAttempt(new URL(request.url).searchParams.get('lesson') ?? ''))
