/** Where the service worker keeps pages and their parts. */
export const pagesCache = 'rapporteur-pages'
export const staticCache = 'rapporteur-static'

/** What a page tells the service worker that was not there yet when it was loaded. */
export interface ToWorker {
  page: string
  /** The addresses of scripts, styles and fonts. */
  parts: string[]
}

/** Whether a page may be kept in the browser: those that are the same for everybody. */
export function isKeptPage(pathname: string): boolean {
  return /^\/(?:|(?:learn|review|record|quiz|progress)(?:\/[^/]+)*)$/.test(pathname)
}
