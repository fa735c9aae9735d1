import { limited } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { changeOwnCard } from '@/features/study/actions.ts'
import { loadOwnCards } from '@/features/study/loaders.ts'
import { reading } from '@/lib/action.ts'

export const POST = limited(limits.answers, changeOwnCard)

export const GET = reading((request) => loadOwnCards(new URL(request.url).searchParams.get('before')))
