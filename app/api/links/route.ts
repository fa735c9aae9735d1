import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { askForLink } from '@/features/accounts/mailing/actions.ts'

export const POST = limited(limits.signIns, askForLink)
