import { loadPreview } from '@/features/classroom/gradebook/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading((request) => {
  const asked = new URL(request.url).searchParams
  const [classId, assignmentId, itemId] = ['class', 'assignment', 'item'].map((name) => asked.get(name) ?? '')
  return loadPreview(classId ?? '', { assignmentId: assignmentId ?? '', itemId: itemId ?? '' }, asked.get('kind'))
})
