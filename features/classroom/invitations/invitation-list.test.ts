import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInvitationList } from './invitation-list.ts'

const plain = { name: '', role: 'learner', group: '' } as const

describe('readInvitationList', () => {
  it('reads addresses, one to a line, with or without a name', () => {
    const { invitations, problems } = readInvitationList('ada@school.org\n\nBen Brown <ben@school.org>\r\n')
    expect(problems).toEqual([])
    expect(invitations).toEqual([
      { line: 1, email: 'ada@school.org', ...plain },
      { line: 3, email: 'ben@school.org', ...plain, name: 'Ben Brown' },
    ])
  })

  it('reads the rows of a spreadsheet, in the order that the first line names', () => {
    const text =
      '\uFEFFName;E-mail;Year;Group;Role\nBrown, Ada;ada@school.org;2;Red;\nCleo;cleo@school.org;2;;Assistant\n'
    expect(readInvitationList(text.replaceAll(';', '\t')).invitations).toEqual([
      { line: 2, email: 'ada@school.org', name: 'Brown, Ada', role: 'learner', group: 'Red' },
      { line: 3, email: 'cleo@school.org', name: 'Cleo', role: 'assistant', group: '' },
    ])
  })

  it('takes whoever stands there twice once, however the address is written', () => {
    const { invitations } = readInvitationList('ada@school.org\nADA@school.org, Ada\n')
    expect(invitations).toHaveLength(1)
  })

  it('says of what it cannot read where it stands, what it found and what it expected', () => {
    const { invitations, problems } = readInvitationList('ada@school.org\nBen\ncleo@school.org,Cleo,head\n')
    expect(invitations.map(({ email }) => email)).toEqual(['ada@school.org'])
    expect(problems).toEqual([
      { line: 2, found: 'Ben', expected: 'an e-mail address, such as name@school.org' },
      { line: 3, found: 'head', expected: 'learner or assistant as the role' },
    ])
  })

  it('says so where a quotation mark is not closed', () => {
    expect(readInvitationList('"ada@school.org\nben@school.org\n')).toEqual({
      invitations: [],
      problems: [
        { line: expect.any(Number), found: 'a quotation mark that is not closed', expected: expect.any(String) },
      ],
    })
  })

  it('reads back what a spreadsheet writes, whatever is in the names', () => {
    const person = fc.record({
      email: fc.integer({ min: 0, max: 1e6 }).map((n) => `learner-${n}@school.org`),
      name: fc.string({ maxLength: 40 }).map((name) => name.replaceAll(/[\0\r\n]/g, '').trim()),
      role: fc.constantFrom('learner', 'assistant'),
      group: fc.constantFrom('', 'Red', 'Blue; green'),
    })
    const people = fc.uniqueArray(person, { selector: ({ email }) => email, minLength: 1 })
    fc.assert(
      fc.property(people, fc.constantFrom(',', ';', '\t'), (list, delimiter) => {
        const text = stringify(list, {
          header: true,
          columns: ['email', 'name', 'role', 'group'],
          delimiter,
          quoted: true,
        })
        const { invitations, problems } = readInvitationList(text)
        expect(problems).toEqual([])
        expect(invitations.map(({ line: _, ...rest }) => rest)).toEqual(list)
      }),
    )
  })

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { invitations, problems } = readInvitationList(text)
        expect(invitations.length + problems.length).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length + 1)
      }),
    )
  })
})
