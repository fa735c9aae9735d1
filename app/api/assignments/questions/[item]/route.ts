import { loadQuestion } from '@/features/classroom/assignments/editing/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(async (request, { params }: { params: Promise<{ item: string }> }) =>
  loadQuestion((await params).item, new URL(request.url).searchParams),
)
