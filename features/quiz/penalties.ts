/** What a try that was not fully right may take off: Moodle's choices. */
export const penalties = [0, 0.1, 0.2, 0.25, 1 / 3, 0.5, 1] as const
export const usualPenalty = 1 / 3
