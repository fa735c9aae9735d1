/** Lessons are given their components by the page that shows them; @next/mdx asks for this file. */
export function useMDXComponents() {
  return {}
}
