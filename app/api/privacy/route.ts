import { loadHeld } from '@/features/accounts/own-data/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(() => loadHeld())
