import { downloadInsight } from '@/features/interchange/insight/actions.ts'

export const GET = downloadInsight
