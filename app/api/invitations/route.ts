import { answerOwnInvitation } from '@/features/classroom/invitations/actions.ts'

export const POST = answerOwnInvitation
