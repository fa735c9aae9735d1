import { showDemo } from '@/features/accounts/actions.ts'

export const GET = showDemo
