/** A number as it is written out: 1 500 with its thousands apart. */
export function numberText(value: number): string {
  return new Intl.NumberFormat('en-GB').format(value)
}

/** The number that was typed, with or without its thousands apart; NaN where the text is no number. */
export function typedNumber(text: string): number {
  const isNumber = /^[-−+]?(\d+|\d{1,3}([,\s’']\d{3})+)(\.\d+)?$/.test(text.trim())
  return isNumber ? Number(text.replace(/[,\s’']/g, '').replace('−', '-')) : Number.NaN
}
