/** Browsers and systems by what they say of themselves; the first that fits. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\b(iPhone|iPod)\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** A browser in words, such as "Firefox on Linux", from the User-Agent header. No more of it is kept. */
export function browserName(userAgent: string | null): string {
  const named = (list: typeof browsers, otherwise: string) =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? otherwise
  return `${named(browsers, 'A browser')} on ${named(systems, 'an unknown system')}`
}
