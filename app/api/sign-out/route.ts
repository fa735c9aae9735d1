import { signOut } from '@/features/accounts/sessions/actions.ts'

export const POST = signOut
