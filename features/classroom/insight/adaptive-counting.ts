/** What the figures of a quiz count whose questions may be tried again. */
export const adaptiveCounting =
  'Questions here may be tried again. The figures count the points that all tries came to, penalties taken off; what was chosen is what the first try chose, and “guessing earns” is for a single try.'
