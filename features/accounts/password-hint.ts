/** Said where a password is chosen. */
export const passwordHint = 'At least ten characters. Three or four words in a row are good and easy to remember.'
