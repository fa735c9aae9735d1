import { loadFact } from '@/features/study/loaders.ts'
import { reading } from '@/lib/action.ts'

export const GET = reading(async (_, { params }: { params: Promise<{ fact: string }> }) =>
  loadFact((await params).fact),
)
