import { describe, expect, it } from 'vitest'
import { type Draft, draftSchema, readDraft, readTerms } from './draft.ts'
import { usualSettings } from './settings.ts'

const zone = 'Europe/Lisbon'
const draft: Draft = {
  title: 'The three pillars',
  instructions: '',
  work: { kind: 'lessons', lessonIds: ['one'] },
  settings: usualSettings,
  opensAt: '',
  dueAt: '2026-07-03T23:59',
  closesAt: '',
  password: '',
  weight: 1,
  holdsGrades: false,
}
const problemOf = (given: Partial<Draft>) => {
  const read = readDraft({ ...draft, ...given }, zone)
  return 'problem' in read ? read.problem : null
}

describe('a draft', () => {
  it('is read by the class’s clock, empty fields as nothing', () => {
    expect(readDraft(draft, zone)).toEqual({
      ...draft,
      opensAt: null,
      dueAt: new Date('2026-07-03T22:59:00Z'),
      closesAt: null,
      password: null,
    })
  })

  it('is refused where a time does not come, and says what the clocks show instead', () => {
    const problem = problemOf({ dueAt: '2026-03-29T01:30' })
    expect(problem?.field).toBe('dueAt')
    expect(problem?.message).toContain('Take 02:30')
    expect(problemOf({ opensAt: 'soon' })?.message).toContain('no date and time')
  })

  it('is refused where its times do not follow each other', () => {
    expect(problemOf({ opensAt: '2026-07-04T08:00' })?.field).toBe('dueAt')
    expect(problemOf({ closesAt: '2026-07-03T12:00' })?.field).toBe('closesAt')
    expect(problemOf({ dueAt: '', opensAt: '2026-07-04T08:00', closesAt: '2026-07-04T08:00' })?.field).toBe('closesAt')
    expect(problemOf({ closesAt: '2026-07-03T23:59' })).toBeNull()
  })

  it('holds no grades where every answer is explained at once', () => {
    const settings = { ...usualSettings, behaviour: 'immediate-feedback' as const }
    expect(problemOf({ settings, holdsGrades: true })?.field).toBe('holdsGrades')
    expect(problemOf({ settings })).toBeNull()
    const adaptive = { ...usualSettings, behaviour: 'adaptive' as const }
    expect(problemOf({ settings: adaptive, holdsGrades: true })?.message).toContain('each try')
  })

  it('takes one of Moodle’s penalties and no certainty where questions may be tried again', () => {
    const settings = { ...usualSettings, behaviour: 'adaptive' as const }
    const problemWith = (given: object) =>
      draftSchema.safeParse({ ...draft, settings: { ...settings, ...given } }).error?.issues[0]?.path
    expect(problemWith({ penalty: 0.5 })).toBeUndefined()
    expect(problemWith({ penalty: 0.3 })).toEqual(['settings', 'penalty'])
    expect(problemWith({ withCertainty: true })).toEqual(['settings', 'withCertainty'])
  })

  it('has a title', () => {
    expect(draftSchema.safeParse({ ...draft, title: '  ' }).error?.issues[0]?.path).toEqual(['title'])
  })
})

describe('other terms', () => {
  const asForAll = { kind: 'as-for-all' } as const
  const same = { opensAt: asForAll, dueAt: asForAll, closesAt: asForAll }

  it('are told from those of the class by what is named, of which there has to be something', () => {
    expect(readTerms(same, zone)).toMatchObject({ problem: { field: 'terms' } })
    expect(readTerms({ ...same, extraMinutes: 15, attempts: 0 }, zone)).toEqual({ extraMinutes: 15, attempts: 0 })
    expect(readTerms({ ...same, closesAt: { kind: 'at', time: '2026-03-02T09:00' } }, zone)).toEqual({
      closesAt: new Date('2026-03-02T09:00:00Z'),
    })
  })

  it('take a time away where they say so, which is not the same as leaving it as it is for all', () => {
    expect(readTerms({ ...same, dueAt: { kind: 'none' } }, zone)).toEqual({ dueAt: null })
    expect(
      readTerms(
        { opensAt: { kind: 'none' }, dueAt: asForAll, closesAt: { kind: 'at', time: '2026-03-02T09:00' } },
        zone,
      ),
    ).toEqual({ opensAt: null, closesAt: new Date('2026-03-02T09:00:00Z') })
  })

  it('are refused at the field where another time was meant and none was typed', () => {
    expect(readTerms({ ...same, dueAt: { kind: 'at', time: '' } }, zone)).toMatchObject({ problem: { field: 'dueAt' } })
  })
})
