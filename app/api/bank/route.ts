import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { changeBank } from '@/features/classroom/bank/actions.ts'

export const POST = limited(limits.answers, changeBank)
