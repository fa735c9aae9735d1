import { downloadEverything } from '@/features/accounts/own-data/actions.ts'

export const GET = downloadEverything
