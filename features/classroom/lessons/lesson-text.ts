/** How long a lesson of one's own may be, and what it is called. */
export const longestTitle = 120
export const longestBody = 20_000

const factLink = /^fact:([a-z]+(?:-[a-z]+)*-\d{3})$/

/** The fact that the target of a link names; nothing where it leads elsewhere. */
export function factOfLink(href: string): string | null {
  return factLink.exec(href)?.[1] ?? null
}

/** Every fact that a lesson cites, each once. */
export function factsIn(body: string): string[] {
  return [...new Set([...body.matchAll(/\]\((fact:[^)\s]*)\)/g)].flatMap(([, href = '']) => factOfLink(href) ?? []))]
}

/** A link to a fact, to stand in the Markdown. */
export function factMark(words: string, factId: string): string {
  return `[${words.replace(/[[\]\\]/g, '\\$&')}](fact:${factId})`
}

/** What keeps a lesson from being kept, at its fields; nothing once it can be. */
export function lessonProblems({ title, body }: { title: string; body: string }): { field: string; message: string }[] {
  return [...textProblems('title', title, longestTitle), ...textProblems('body', body, longestBody)]
}

function textProblems(field: string, text: string, longest: number): { field: string; message: string }[] {
  if (text.trim() === '') return [{ field, message: 'This is still empty.' }]
  const { length } = text.trim()
  return length > longest
    ? [{ field, message: `${length} of at most ${longest} characters: take ${length - longest} out.` }]
    : []
}
