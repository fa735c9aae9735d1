import { describe, expect, it } from 'vitest'
import { draftContent } from './content.ts'
import { reportPage } from './report-page.ts'

const content = { ...draftContent(), tests: [], isProved: false }
const page = reportPage(content, new Map([['dialogue-2016#dialogue.2.1', 'A < B & “C”.']]))

describe('the report for editors', () => {
  it('writes out every fact, card and item, each once', () => {
    const timesOf = (mark: string) => page.split(mark).length - 1
    for (const { id } of content.loaded.catalog.facts) expect([id, timesOf(`<h3>${id} `)]).toEqual([id, 1])
    for (const { id } of content.cards) expect([id, timesOf(`<code>${id}</code>`)]).toEqual([id, 1])
    for (const { id, type } of content.items) expect([id, timesOf(`<code>${id} · ${type}</code>`)]).toEqual([id, 1])
  })

  it('shows the text of a sentence where it is at hand, as text', () => {
    expect(page).toContain('A &lt; B &amp; “C”.')
  })

  it('says of every sentence without a fact why it has none', () => {
    expect(page).not.toContain('No fact.')
  })
})
