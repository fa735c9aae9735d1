import { changeAssignmentOf } from '@/features/classroom/assignments/actions.ts'

export const POST = changeAssignmentOf
