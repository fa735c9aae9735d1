import { z } from 'zod'
import { desiredRetentions } from './schedule.ts'

/** How a learner wants to study. The defaults are Anki's. */
export const studySettingsSchema = z.strictObject({
  newCardsPerDay: z.int().min(0).max(999),
  /** Caps new cards too. */
  reviewsPerDay: z.int().min(1).max(9999),
  /** How likely a card is to be recalled when it falls due. Holds for reviews from now on. */
  desiredRetention: z.number().min(desiredRetentions.least).max(desiredRetentions.most),
})
export type StudySettings = z.infer<typeof studySettingsSchema>

export const usualSettings: StudySettings = {
  newCardsPerDay: 20,
  reviewsPerDay: 200,
  desiredRetention: desiredRetentions.usual,
}
