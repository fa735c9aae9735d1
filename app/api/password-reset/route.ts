import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { reset } from '@/features/accounts/sign-in/actions.ts'

export const POST = limited(limits.signIns, reset)
