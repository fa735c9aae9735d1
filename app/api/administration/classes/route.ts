import { giveClassTeacher } from '@/features/classroom/administration/actions.ts'

export const POST = giveClassTeacher
