import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { decideOnCard } from '@/features/study/actions.ts'
import { loadSetAside } from '@/features/study/loaders.ts'
import { reading } from '@/lib/action.ts'

export const POST = limited(limits.reviews, decideOnCard)

export const GET = reading(() => loadSetAside())
