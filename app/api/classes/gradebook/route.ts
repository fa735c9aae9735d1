import { changeGrades } from '@/features/classroom/gradebook/actions.ts'
import { loadGradebook } from '@/features/classroom/gradebook/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => loadGradebook(new URL(request.url).searchParams.get('class') ?? ''))
export const POST = changeGrades
