import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { loadProgress } from '@/features/progress/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(async () => ({ progress: await loadProgress(aroundAttempts) }))
