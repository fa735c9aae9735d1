import { loadQueue } from '@/features/study/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => loadQueue(new URL(request.url).searchParams.get('lesson')))
