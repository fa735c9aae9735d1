import { makeAssignmentOf } from '@/features/classroom/assignments/actions.ts'
import { loadDue } from '@/features/classroom/assignments/loaders.ts'
import { reading } from '@/lib/action.ts'

export const POST = makeAssignmentOf

export const GET = reading(loadDue)
