import type { Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse as parseYaml } from 'yaml'
import type { Passage } from './schema.ts'

type Element = MdxJsxFlowElement | MdxJsxTextElement

/** What a lesson's MDX holds, before its frontmatter and ids are checked. */
export interface ParsedLesson {
  meta: unknown
  /** Top-level blocks with text, in order; checks are no passages. */
  passages: { text: string; factIds: string[] }[]
  checkItemIds: string[]
  /** Elements other than Cite and Check, which a lesson may not use. */
  foreign: string[]
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx)

/** Reads one lesson. @throws if the MDX or the YAML at its head cannot be parsed. */
export function parseLesson(mdx: string): ParsedLesson {
  const root = processor.parse(mdx) as Root
  const lesson: ParsedLesson = { meta: undefined, passages: [], checkItemIds: [], foreign: [] }
  for (const block of root.children) {
    if (block.type === 'yaml') {
      lesson.meta = parseYaml(block.value)
      continue
    }
    const elements = elementsIn(block)
    for (const element of elements) {
      if (element.name === 'Check') lesson.checkItemIds.push(...words(element, 'item'))
      else if (element.name !== 'Cite') lesson.foreign.push(String(element.name))
    }
    const text = textOf(block).replace(/\s+/g, ' ').trim()
    if (text === '') continue
    const factIds = elements.filter(({ name }) => name === 'Cite').flatMap((element) => words(element, 'facts'))
    lesson.passages.push({ text, factIds })
  }
  return lesson
}

/** Gives passages their ids within the lesson. */
export function numberPassages(lessonId: string, passages: ParsedLesson['passages']): Passage[] {
  return passages.map((passage, index) => ({ id: `${lessonId}.${index + 1}`, ...passage }))
}

function elementsIn(node: RootContent): Element[] {
  const own = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? [node as Element] : []
  const children = 'children' in node ? (node.children as RootContent[]) : []
  return [...own, ...children.flatMap(elementsIn)]
}

/** The white-space separated words of a plain string attribute. */
function words(element: Element, attribute: string): string[] {
  for (const candidate of element.attributes) {
    if (candidate.type === 'mdxJsxAttribute' && candidate.name === attribute && typeof candidate.value === 'string') {
      return candidate.value.split(/\s+/).filter(Boolean)
    }
  }
  return []
}
