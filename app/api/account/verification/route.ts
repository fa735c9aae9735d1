import { askToVerify } from '@/features/accounts/mailing/actions.ts'

export const POST = askToVerify
