import { expect, it } from 'vitest'
import { teachesAloneText } from './teaches-alone.ts'

const history = { name: 'History 10b', isArchived: false }
const politics = { name: 'Politics', isArchived: true }

it('names the class and says what to do, to whoever teaches it', () => {
  expect(teachesAloneText([history])).toBe(
    'You are the only teacher of “History 10b”, and there are others in it. Make somebody else there a teacher, or put everybody out, and then delete.',
  )
  expect(teachesAloneText([history, politics])).toBe(
    'You are the only teacher of “History 10b” and “Politics”, and there are others in each of them. Make somebody else there a teacher, or put everybody out, and then delete. What is archived has to be taken up again for that.',
  )
})

it('tells whoever runs the site where they can help', () => {
  expect(teachesAloneText([history], 'Ada')).toBe(
    'Ada is the only teacher of “History 10b”, and there are others in it. Give it another teacher first, under Classes.',
  )
})
