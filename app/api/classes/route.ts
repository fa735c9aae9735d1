import { makeClass } from '@/features/classroom/actions.ts'

export const POST = makeClass
