import { changeClass } from '@/features/classroom/actions.ts'

export const POST = changeClass
