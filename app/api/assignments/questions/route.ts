import { loadQuestions } from '@/features/classroom/assignments/editing/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => loadQuestions(new URL(request.url).searchParams))
