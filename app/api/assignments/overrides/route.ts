import { changeOverride } from '@/features/classroom/assignments/actions.ts'

export const POST = changeOverride
