import { findFacts } from '@/features/classroom/bank/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(async (request) => findFacts(new URL(request.url).searchParams.get('q') ?? ''))
