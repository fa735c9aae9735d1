import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownItemId, readOwnItemId } from './own-item-id.ts'

it('reads what it has written', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 999_999_999 }), (bankItemId, version) => {
      expect(readOwnItemId(ownItemId(bankItemId, version))).toEqual({ bankItemId, version })
    }),
  )
})

it.each(['opening-014.who', 'own:', 'own:abc', 'own:abc:v0', 'own:abc:v01', 'own:abc:v1x', 'own:a:b:v1', ''])(
  'takes "%s" for no item of a bank',
  (id) => expect(readOwnItemId(id)).toBeNull(),
)
