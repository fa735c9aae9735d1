import 'server-only'
import { type Asked, listAsked } from '@/features/accounts/administration/list-asked.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import { siteScope } from '@/features/accounts/scope.ts'
import { database } from '@/lib/database.ts'
import { classesOnPage, listSiteClasses, type SiteClassRow } from './data.ts'

/** A class as a page of administration shows it. */
export type SiteClass = Omit<SiteClassRow, 'createdAt' | 'archivedAt'> & { createdOn: string; isArchived: boolean }

/** A page of classes. */
export interface SiteClassesPage {
  search: string
  page: number
  pages: number
  total: number
  classes: SiteClass[]
}

/** Classes whose name holds a text; nothing for whoever does not run the site. */
export async function loadSiteClasses(asked: Asked): Promise<SiteClassesPage | null> {
  const scope = siteScope(await currentActor())
  if (scope === null) return null
  const { search, page } = listAsked(asked)
  const { classes, total } = await listSiteClasses(database(), scope, { search, page })
  return {
    search,
    page,
    total,
    pages: Math.max(1, Math.ceil(total / classesOnPage)),
    classes: classes.map(({ createdAt, archivedAt, ...one }) => ({
      ...one,
      createdOn: createdAt.toLocaleDateString('en-GB', { timeZone: 'UTC', dateStyle: 'long' }),
      isArchived: archivedAt !== null,
    })),
  }
}
