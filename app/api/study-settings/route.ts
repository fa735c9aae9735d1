import { keepSettings } from '@/features/study/actions.ts'

export const POST = keepSettings
