import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LessonBody } from './lesson-body.tsx'

const places = [{ factId: 'opening-014', href: '/record/made#one.1.1', place: 'Part one' }]
const shown = (body: string) => renderToStaticMarkup(createElement(LessonBody, { body, places }))

it('shows Markdown, with headings below the title of the page', () => {
  expect(shown('# Pillars\n\n*One* and **two**')).toContain('<h2>Pillars</h2>')
  expect(shown('*One* and **two**')).toContain('<em>One</em> and <strong>two</strong>')
})

it('leads from a fact to where it stands, and leaves the words of one that is not there', () => {
  expect(shown('[so it is](fact:opening-014)')).toContain('href="/record/made#one.1.1"')
  expect(shown('[so it was](fact:opening-999)')).toContain('<p>so it was</p>')
})

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![a picture](https://elsewhere.example/x.png)',
  '[press](javascript:alert(1))',
  '<a href="javascript:alert(1)">press</a>',
  '[press](data:text/html,x)',
])('lets nothing be done by %s', (body) => {
  expect(shown(body)).not.toMatch(/<(script|img|iframe)|href="(javascript|data)/)
})
