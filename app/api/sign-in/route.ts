import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { signIn } from '@/features/accounts/sign-in/actions.ts'
import { rememberMerged } from '@/features/study/actions.ts'

export const POST = limited(limits.signIns, signIn(rememberMerged))
