import { downloadBackup } from '@/features/accounts/administration/actions.ts'

export const POST = downloadBackup
