import type { GradebookScope } from '@/features/accounts/scope.ts'
import type { Database } from '@/lib/database.ts'
import { type Settings, settingsSchema } from '../assignments/settings.ts'
import { type Questions, workSchema } from '../assignments/work.ts'

/** A quiz that is assigned to a class, as far as paper is concerned. */
export interface AssignedQuiz {
  id: string
  title: string
  className: string
  instructions: string
  questions: Questions
  settings: Settings
}

/** A quiz of the class; nothing where it has no such assignment, or the assignment is no quiz. */
export async function findAssignedQuiz(
  db: Database,
  { classId }: GradebookScope,
  assignmentId: string,
): Promise<AssignedQuiz | null> {
  const found = await db.assignment.findFirst({
    where: { id: assignmentId, classId },
    select: {
      id: true,
      title: true,
      instructions: true,
      work: true,
      settings: true,
      class: { select: { name: true } },
    },
  })
  if (found === null) return null
  const work = workSchema.parse(found.work)
  if (work.kind !== 'quiz') return null
  const { id, title, instructions } = found
  const settings = settingsSchema.parse(found.settings)
  return { id, title, instructions, className: found.class.name, questions: work.questions, settings }
}
