import { changeParameters } from '@/features/study/actions.ts'
import { loadParameters } from '@/features/study/loaders.ts'
import { reading } from '@/lib/action.ts'

export const POST = changeParameters

export const GET = reading(() => loadParameters())
