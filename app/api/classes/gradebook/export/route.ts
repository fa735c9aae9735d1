import { downloadGradebook } from '@/features/interchange/gradebook/actions.ts'

export const GET = downloadGradebook
