import 'server-only'
import { catalog, findLesson } from '@/features/catalog/data.ts'
import { drawForms, findItem } from '@/features/quiz/bank.ts'
import { cardsOfLesson, cardsOfTopic } from '@/features/study/deck.ts'
import type { Bank } from './questions.ts'
import type { Shelf } from './work-progress.ts'

const titles = new Map(catalog.topics.map(({ id, title }) => [id, title]))

/** The lessons and cards that can be assigned. */
export const shelf: Shelf = { lesson: findLesson, topicTitle: (id) => titles.get(id), cardsOfLesson, cardsOfTopic }

/** The questions that can be assigned. */
export const bank: Bank = { findItem, drawForms }
