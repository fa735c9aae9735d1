import { proveBlueprint } from '@/features/classroom/assignments/actions.ts'

export const POST = proveBlueprint
