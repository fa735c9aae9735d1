import { describe, expect, it } from 'vitest'
import { countWords, SegmentError, segment, splitSentences } from './segment.ts'

const outline = {
  runningHeaders: ['SUMMARY OF', 'COALITION FOR'],
  titleSection: 'title',
  sections: [
    { id: 'start', opensWith: 'Beginning', layout: 'prose' as const },
    { id: 'list', opensWith: 'Speakers', layout: 'lines' as const, blocks: ['Panel', 'States'] },
  ],
}

const document = `
SUMMARY OF A DEBATE

COALITION FOR IT

Beginning

The chair was H.E. Ana Lopez, and [Drs. Ito](#) and Diaz spoke. It *went* on and

SUMMARY OF A DEBATE

COALITION FOR IT

ended late.

A second paragraph.

Speakers (in order):

Panel

[H.E. Ana Lopez](#)

States

[Peru](#) (Spanish)
`

describe('segment', () => {
  it('keeps the title once and drops the running headers after it', () => {
    const [title, ...rest] = segment(document, outline)
    expect(title).toEqual({ id: 'title', paragraphs: [['SUMMARY OF A DEBATE']] })
    expect(JSON.stringify(rest)).not.toContain('COALITION FOR')
  })

  it('joins a paragraph that a page break cut, and only that', () => {
    const start = segment(document, outline).find(({ id }) => id === 'start')
    expect(start?.paragraphs).toEqual([
      ['The chair was H.E. Ana Lopez, and Drs. Ito and Diaz spoke.', 'It went on and ended late.'],
      ['A second paragraph.'],
    ])
  })

  it('keeps the lines of a list whole, in the blocks that its headings open', () => {
    const list = segment(document, outline).find(({ id }) => id === 'list')
    expect(list?.paragraphs).toEqual([
      ['Speakers (in order):'],
      ['Panel', 'H.E. Ana Lopez'],
      ['States', 'Peru (Spanish)'],
    ])
  })

  it('names the first section whose heading is missing', () => {
    expect(() => segment(document.replace('Speakers', 'Talkers'), outline)).toThrow(SegmentError)
    expect(() => segment(document.replace('Speakers', 'Talkers'), outline)).toThrow(
      /"list": no line begins with "Speakers"/,
    )
    expect(() => segment('Something else.', outline)).toThrow(/is this the right document/)
  })
})

describe('splitSentences', () => {
  it('does not end a sentence at a title of a person', () => {
    expect(splitSentences('Mr. Roe met Dr. Poe. Drs. Low and Moe left.')).toEqual([
      'Mr. Roe met Dr. Poe.',
      'Drs. Low and Moe left.',
    ])
  })
})

describe('countWords', () => {
  it('counts runs that hold a letter or digit, and no lone dashes', () => {
    expect(countWords('Only five – not six – of 95 States.')).toBe(7)
  })
})
