import { downloadGradebook } from '@/features/interchange/gradebook/actions.ts'
import { rememberAnswers } from '@/features/study/actions.ts'

export const GET = downloadGradebook(rememberAnswers)
