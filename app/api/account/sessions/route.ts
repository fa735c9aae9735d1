import { endSessions } from '@/features/accounts/sessions/actions.ts'

export const POST = endSessions
