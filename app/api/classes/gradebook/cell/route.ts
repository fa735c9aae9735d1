import { loadCell } from '@/features/classroom/gradebook/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => {
  const asked = new URL(request.url).searchParams
  return loadCell(asked.get('class') ?? '', asked.get('assignment') ?? '', asked.get('account') ?? '')
})
