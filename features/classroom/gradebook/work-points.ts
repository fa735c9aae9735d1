import type { Work } from '../assignments/work.ts'

/** The points possible in an assignment nobody has begun; 0 where only progress tells. */
export function pointsOfWork(work: Work): number {
  switch (work.kind) {
    case 'lessons':
      return work.lessonIds.length
    case 'cards':
      return 0
    case 'quiz':
      return work.questions.kind === 'picked'
        ? work.questions.itemIds.length
        : work.questions.cells.reduce((sum, { count }) => sum + count, 0)
  }
}
