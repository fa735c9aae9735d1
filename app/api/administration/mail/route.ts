import { tryMail } from '@/features/accounts/administration/actions.ts'

export const POST = tryMail
