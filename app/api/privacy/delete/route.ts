import { deleteEverything } from '@/features/accounts/own-data/actions.ts'

export const POST = deleteEverything
