import { loadSession } from '@/features/study/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => {
  const { searchParams } = new URL(request.url)
  return loadSession(searchParams.get('deck') ?? 'all', searchParams.get('unsure'))
})
