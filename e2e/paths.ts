import { catalog } from './fixtures.ts'

const [lesson] = catalog.lessons

/** One page of each kind that stands at an address of its own. */
export const paths = [
  '/',
  '/learn',
  `/learn/${lesson?.id}`,
  `/quiz/${lesson?.id}`,
  `/review/${lesson?.id}`,
  '/quiz',
  '/tests/whole-record',
  '/scoring',
  '/privacy',
  '/privacy/your-data',
  '/review',
  '/review/aside',
  '/review/custom',
  '/review/schedule',
  '/review/own',
  `/review/own?fact=${catalog.facts[0]?.id}`,
  '/offline',
  '/progress',
  '/bank',
  '/bank/new',
  '/bank/lessons',
  '/bank/lessons/new',
  '/classes',
  '/join',
  '/record',
  '/record/debates',
  '/record/glossary',
  `/record/${catalog.sources.find(({ kind }) => kind === 'record')?.id}`,
]
