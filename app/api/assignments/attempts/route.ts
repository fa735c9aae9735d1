import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { beginAssignment } from '@/features/classroom/assignments/actions.ts'

export const POST = limited(limits.answers, beginAssignment)
