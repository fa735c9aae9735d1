import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { changeLesson } from '@/features/classroom/lessons/actions.ts'

export const POST = limited(limits.answers, changeLesson)
