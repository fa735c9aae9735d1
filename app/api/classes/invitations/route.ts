import { invite } from '@/features/classroom/invitations/actions.ts'

export const POST = invite
