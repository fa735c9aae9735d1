import { encode } from 'uqr'

/** A QR code as one shape in a square, dark on light. */
export interface Picture {
  /** The length of the square's side, in modules. */
  size: number
  /** As the `d` of a path. */
  path: string
}

/** Draws a text as a QR code, with the quiet edge that cameras look for. */
export function qrPicture(text: string): Picture {
  const { size, data } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}
