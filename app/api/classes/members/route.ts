import { changeMembers } from '@/features/classroom/actions.ts'

export const POST = changeMembers
