import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeFact } from '@/testing/factories.ts'
import { cardIdOfOwn, cardOfOwn, keptCardSchema, ownIdOf, placeOfText, textOfPlace } from './own-card.ts'
import { longestSide, plainBack, plainFront, problemOfSide } from './own-card-text.ts'

const id = '6f0c1a52-6a4b-4b86-9a53-1f4d5a0e7c11'
const own = { id, front: 'Who spoke first?', back: 'Ada.' }

describe('cardOfOwn', () => {
  it('gives a card on a fact the places and topics of the fact, and makes it a sibling of its cards', () => {
    const fact = makeFact('account', { cites: ['made#one.1.2'] })
    expect(cardOfOwn(own, fact)).toMatchObject({
      id: `own:${id}`,
      kind: 'basic',
      front: own.front,
      back: own.back,
      fact: fact.says,
      factId: fact.id,
      locators: ['made#one.1.2'],
      topics: ['made-topic'],
    })
  })

  it('leaves a free card without fact, places, topics and siblings', () => {
    expect(cardOfOwn(own, undefined)).toMatchObject({ fact: '', factId: null, locators: [], topics: [] })
  })

  it('changes the revision with either side, and with nothing else', () => {
    const { revision } = cardOfOwn(own, undefined)
    expect(cardOfOwn(own, makeFact('account')).revision).toBe(revision)
    expect(cardOfOwn({ ...own, front: 'Who?' }, undefined).revision).not.toBe(revision)
    expect(cardOfOwn({ ...own, back: 'Ben.' }, undefined).revision).not.toBe(revision)
    expect(cardOfOwn({ ...own, front: own.back, back: own.front }, undefined).revision).not.toBe(revision)
  })
})

describe('the ids of one’s own cards', () => {
  it('lead to the card and back, and no id of the catalog is one of them', () => {
    expect(ownIdOf(cardIdOfOwn(id))).toBe(id)
    for (const cardId of ['opening-014.who', id, 'own:', 'own:\0', `own:${id}\0`]) expect(ownIdOf(cardId)).toBeNull()
  })

  it('name a place in the list that is found again, and no other text does', () => {
    const place = { createdAt: new Date('2026-03-02T12:00:00.500Z'), id }
    expect(placeOfText(textOfPlace(place))).toEqual(place)
    for (const text of ['', id, `.${id}`, '1.2', `99999999999999.${id}`, `1.${id} `, `1.${id.slice(1)}\0`]) {
      expect(placeOfText(text)).toBeUndefined()
    }
  })
})

describe('what is kept of a card', () => {
  const kept = (front: string, back: string) => keptCardSchema.safeParse({ id, factId: null, front, back })

  it('is trimmed, a front of one line and a back with its lines', () => {
    expect(kept('  Which\r\n two? ', ' one\r\n two\rthree \n').data).toMatchObject({
      front: 'Which two?',
      back: 'one\n two\nthree',
    })
  })

  it('is refused empty and too long, and the message tells which side and by how much', () => {
    expect(kept(' \n', 'b').error?.issues).toMatchObject([{ path: ['front'], message: 'Nothing stands here yet.' }])
    expect(kept('f', 'b'.repeat(longestSide)).success).toBe(true)
    expect(kept('f', 'b'.repeat(longestSide + 7)).error?.issues).toMatchObject([
      { path: ['back'], message: '1007 of at most 1000 characters: take 7 out.' },
    ])
  })

  it('has no character that a database refuses, and is kept as the form showed it, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        for (const plain of [plainFront, plainBack]) {
          expect(plain(typed)).not.toMatch(/[^\P{Cc}\n\t]/u)
          expect(plain(plain(typed))).toBe(plain(typed))
        }
        expect(plainFront(typed)).not.toMatch(/[\n\t]/)
        expect(kept(typed, typed).success).toBe(
          problemOfSide(plainFront(typed)) === null && problemOfSide(plainBack(typed)) === null,
        )
      }),
    )
  })
})
