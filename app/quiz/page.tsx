import type { Metadata } from 'next'
import { QuizHome } from '@/features/quiz/quiz-home.tsx'

export const metadata: Metadata = { title: 'Quizzes' }

export default function Page() {
  return <QuizHome />
}
