import { becomeLearner } from '@/features/accounts/actions.ts'

export const POST = becomeLearner
