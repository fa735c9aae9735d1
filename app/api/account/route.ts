import { greet } from '@/features/accounts/sessions/actions.ts'
import { changeAccount } from '@/features/accounts/settings/actions.ts'

export const GET = greet

export const POST = changeAccount
