/** What an address asks of a list, as Next reads it: a name that stands there twice has several values. */
export interface Asked {
  search?: string | string[]
  page?: string | string[]
}

/** What is looked for in a list, and which page of it, counted from one. */
export function listAsked({ search, page }: Asked): { search: string; page: number } {
  const number = Number(page ?? 1)
  return {
    search: typeof search === 'string' ? search.trim().slice(0, 200) : '',
    page: Number.isSafeInteger(number) && number >= 1 && number <= 1_000_000 ? number : 1,
  }
}

/** The address of a page of a list. */
export function pageHref(path: string, search: string, page: number): string {
  return `${path}?${new URLSearchParams({ ...(search !== '' && { search }), page: String(page) })}`
}
