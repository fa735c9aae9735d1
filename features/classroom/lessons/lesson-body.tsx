import type { ComponentProps } from 'react'
import Markdown, { defaultUrlTransform } from 'react-markdown'
import { factOfLink } from './lesson-text.ts'
import type { FactPlace } from './loaders.ts'

/**
 * Markdown as a page of a lesson. HTML in it is shown as the text it is, and there are no pictures, since they would be
 * fetched from elsewhere. A link to a fact leads to where it stands in the record.
 */
export function LessonBody({ body, places }: { body: string; places: readonly FactPlace[] }) {
  return (
    <div className="prose-lesson wrap-anywhere">
      <Markdown
        disallowedElements={['img']}
        urlTransform={(url) => {
          const factId = factOfLink(url)
          if (factId === null) return defaultUrlTransform(url)
          return places.find((place) => place.factId === factId)?.href ?? ''
        }}
        // The title of the page stands above.
        components={{ a: Anchor, h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' }}
      >
        {body}
      </Markdown>
    </div>
  )
}

function Anchor({ href = '', children }: ComponentProps<'a'>) {
  // A fact that is not there any more leaves its words, and so does an address that could do something.
  if (href === '') return <>{children}</>
  return (
    <a
      href={href}
      rel={href.startsWith('/') ? undefined : 'noopener noreferrer nofollow'}
      className="text-accent underline underline-offset-4"
    >
      {children}
    </a>
  )
}
