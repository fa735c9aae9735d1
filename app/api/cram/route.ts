import { loadCram } from '@/features/study/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => loadCram(new URL(request.url).searchParams.get('deck') ?? 'all'))
