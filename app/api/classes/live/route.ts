import { actOnTaking } from '@/features/classroom/live/actions.ts'
import { loadLive } from '@/features/classroom/live/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => {
  const asked = new URL(request.url).searchParams
  return loadLive(asked.get('class') ?? '', asked.get('assignment') ?? '')
})
export const POST = actOnTaking
