import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectRoot } from '@/lib/paths.ts'
import { ContentError } from './content-issue.ts'
import { loadCatalog } from './load.ts'
import { checkReferences } from './references.ts'

/** A copy of the real content, to be broken in one place at a time. */
let contentDir: string

beforeEach(() => {
  contentDir = mkdtempSync(join(tmpdir(), 'rapporteur-content-'))
  cpSync(join(projectRoot, 'content'), contentDir, { recursive: true })
})
afterEach(() => rmSync(contentDir, { recursive: true }))

function edit(file: string, change: (text: string) => string) {
  const path = join(contentDir, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

function messageOfLoading(): string {
  try {
    loadCatalog(contentDir)
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError)
    return (error as Error).message
  }
  throw new Error('the content loaded, though it is broken')
}

describe('loadCatalog', () => {
  it('loads the content of the project', () => {
    const loaded = loadCatalog(contentDir)
    expect(checkReferences(loaded)).toEqual([])
    expect(loaded.catalog.lessons.map(({ order }) => order)).toEqual(
      [...loaded.catalog.lessons.keys()].map((i) => i + 1),
    )
  })

  it('names file, field, expected and found for a value outside its set, and shows the nearest', () => {
    edit('facts/opening.yaml', (text) => text.replace('weight: core', 'weight: cor'))
    const message = messageOfLoading()
    expect(message).toMatch(/content\/facts\/opening\.yaml: opening-\d{3} › weight/)
    expect(message).toContain('expected  core | supporting | detail')
    expect(message).toContain('found     cor')
    expect(message).toContain('weight: core')
  })

  it('names a field that does not exist', () => {
    edit('actors.yaml', (text) => text.replace(/^- id: (.*)$/m, '- id: $1\n  nick: Joe'))
    expect(messageOfLoading()).toMatch(/nick\n {2}expected {2}no such field/)
  })

  it('names the line of YAML that does not parse', () => {
    edit('topics.yaml', (text) => `${text}\n  - : [`)
    expect(messageOfLoading()).toMatch(/content\/topics\.yaml: line \d+/)
  })

  it('names an element that a lesson may not use', () => {
    edit(`lessons/${firstLesson()}`, (text) => `${text}\n\n<Video src="x" />\n`)
    expect(messageOfLoading()).toContain('<Cite facts="…" /> or <Check item="…" />')
  })
})

describe('checkReferences', () => {
  it('suggests the nearest id for one that does not resolve', () => {
    edit('facts/opening.yaml', (text) => text.replace('actor: jan-eliasson', 'actor: jan-elliasson'))
    const [issue] = checkReferences(loadCatalog(contentDir))
    expect(issue).toMatchObject({ file: 'facts/opening.yaml', found: 'jan-elliasson', corrected: 'by: jan-eliasson' })
  })

  it('refuses a locator that no source has', () => {
    edit('facts/opening.yaml', (text) => text.replace('dialogue-2016#opening.2.4', 'dialogue-2016#opening.2.94'))
    expect(checkReferences(loadCatalog(contentDir))[0]).toMatchObject({ found: 'dialogue-2016#opening.2.94' })
  })

  it('lets a fact replace one that is gone, and no other', () => {
    const replacing = (id: string) => (text: string) => text.replace('  kind:', `  replaces: ${id}\n  kind:`)
    edit('facts/opening.yaml', replacing('opening-999'))
    expect(checkReferences(loadCatalog(contentDir))).toEqual([])
    edit('facts/opening.yaml', (text) => text.replace('opening-999', 'opening-002'))
    expect(checkReferences(loadCatalog(contentDir))[0]).toMatchObject({ found: 'opening-002, which is still asked' })
  })

  it('refuses one name for two entities', () => {
    edit('actors.yaml', (text) => `${text}\n- { id: impostor, kind: person, name: Jan Eliasson }\n`)
    expect(checkReferences(loadCatalog(contentDir))[0]).toMatchObject({
      found: expect.stringContaining('jan-eliasson'),
    })
  })
})

function firstLesson(): string {
  return loadCatalog(contentDir).catalog.lessons[0]?.file ?? ''
}
