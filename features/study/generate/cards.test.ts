import { describe, expect, it } from 'vitest'
import { makeCatalog, makeFact, spokenBy } from '@/testing/factories.ts'
import { generateCards } from './cards.ts'

describe('generateCards', () => {
  it('asks a statement both ways, and names everybody who made the point', () => {
    const fact = makeFact('statement', {
      by: spokenBy('ada'),
      alsoBy: [{ actor: 'ben', cites: ['made#one.1.2'] }],
      about: 'time',
      claim: 'time is short',
    })
    const cards = generateCards(makeCatalog([fact]))
    expect(cards.map(({ front, back }) => [front, back])).toEqual([
      ['What point does the summary credit to Ada about time?', 'Time is short.'],
      ['To whom does the summary credit the point that time is short?', 'Ada and Ben.'],
    ])
  })

  it('asks once for a capacity that two people share', () => {
    const roles = ['ada', 'ben'].map((actor) => makeFact('role', { actor, capacity: 'a former adviser' }))
    const cards = generateCards(makeCatalog(roles)).filter(({ id }) => id.endsWith('.holder'))
    expect(cards.map(({ back }) => back)).toEqual(['Ada and Ben.'])
  })

  it('hides what is marked, with its hint, and shows the whole sentence behind', () => {
    const fact = makeFact('account', { cards: [{ id: 'a', cloze: 'It began in {{March::month}} and {{ended}}.' }] })
    expect(generateCards(makeCatalog([fact]))[0]).toMatchObject({
      kind: 'cloze',
      front: 'It began in [… month] and […].',
      back: 'It began in March and ended.',
    })
  })

  it('says of an open list that there may be more', () => {
    const open = makeFact('set', { closed: false, members: ['Ada', 'Ben'] })
    expect(generateCards(makeCatalog([open]))[0]?.back).toContain('there may be more')
    const closed = makeFact('set', { closed: true, members: ['Ada', 'Ben'] })
    expect(generateCards(makeCatalog([closed]))[0]?.back).toBe('Ada and Ben.')
  })
})
