import 'server-only'
import { randomUUID } from 'node:crypto'
import { currentActor } from '@/features/accounts/loaders.ts'
import { bankScope, classScope, ownLessonEditScope, ownLessonScope } from '@/features/accounts/scope.ts'
import { citationOf } from '@/features/catalog/citation.ts'
import { catalog, findFact } from '@/features/catalog/data.ts'
import { database } from '@/lib/database.ts'
import { listTaughtClasses } from '../bank/data.ts'
import {
  findLessonAsked,
  findOwnLesson,
  type ListedLesson,
  listClassLessons,
  listOwnLessons,
  type OwnLessonRow,
} from './data.ts'
import { factsIn } from './lesson-text.ts'

/** Where a fact that a lesson cites is to be found in the record. */
export interface FactPlace {
  factId: string
  href: string
  place: string
}

/** A lesson as it is read. */
export interface ReadLesson extends Pick<OwnLessonRow, 'id' | 'title' | 'body' | 'author'> {
  places: FactPlace[]
  /** Whether whoever reads it may change it. */
  canEdit: boolean
}

/** A lesson to be read; nothing for whoever may not. */
export async function loadReadLesson(id: string): Promise<ReadLesson | null> {
  const [actor, asked] = [await currentActor(), await findLessonAsked(database(), id)]
  const scope = asked === null ? null : ownLessonScope(actor, asked)
  const lesson = scope === null ? null : await findOwnLesson(database(), scope)
  if (asked === null || lesson === null) return null
  const { title, body, author } = lesson
  return { id, title, body, author, places: placesIn(body), canEdit: ownLessonEditScope(actor, asked) !== null }
}

/** The lessons of whoever is signed in; nothing for anybody else. */
export async function loadOwnLessons(): Promise<ListedLesson[] | null> {
  const scope = bankScope(await currentActor())
  return scope === null ? null : listOwnLessons(database(), scope)
}

/** The lessons that a class reads, for whoever is in it. */
export async function loadClassLessons(classId: string): Promise<{ id: string; title: string }[]> {
  const scope = classScope(await currentActor(), { id: classId })
  return scope === null ? [] : listClassLessons(database(), scope)
}

/** The form of a lesson, new or kept. */
export interface LessonPage {
  id: string
  title: string
  body: string
  /** How often it was kept; nothing for a new one. */
  sequence: number | null
  places: FactPlace[]
  /** The classes that one teaches. */
  classes: { id: string; name: string }[]
  /** Those that read it. */
  classIds: string[]
}

/** The form of a lesson; nothing for whoever may not change it, or without an account make one. */
export async function loadLessonForm(id: string | null): Promise<LessonPage | null> {
  const actor = await currentActor()
  const [bank, db] = [bankScope(actor), database()]
  if (bank === null) return null
  const classes = await listTaughtClasses(db, bank)
  if (id === null) {
    return { id: randomUUID(), title: '', body: '', sequence: null, places: [], classes, classIds: [] }
  }
  const asked = await findLessonAsked(db, id)
  const [read, edit] = asked === null ? [null, null] : [ownLessonScope(actor, asked), ownLessonEditScope(actor, asked)]
  const lesson = read === null || edit === null ? null : await findOwnLesson(db, read)
  if (lesson === null) return null
  const { title, body, sequence, classIds } = lesson
  return { id, title, body, sequence, places: placesIn(body), classes, classIds }
}

function placesIn(body: string): FactPlace[] {
  return factsIn(body).flatMap((factId) => {
    const [locator] = findFact(factId)?.cites ?? []
    if (locator === undefined) return []
    const { href, place } = citationOf(catalog, locator)
    return [{ factId, href, place }]
  })
}
