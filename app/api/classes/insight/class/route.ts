import { downloadClassInsight } from '@/features/interchange/insight/actions.ts'

export const GET = downloadClassInsight
