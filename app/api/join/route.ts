import { join } from '@/features/classroom/actions.ts'

export const POST = join
