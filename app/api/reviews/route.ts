import { reviewCard } from '@/features/study/actions.ts'

export const POST = reviewCard
