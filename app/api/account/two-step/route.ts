import { changeTwoSteps } from '@/features/accounts/two-step/actions.ts'

export const POST = changeTwoSteps
