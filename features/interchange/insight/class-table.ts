import type { Catalog, Lesson } from '@/features/catalog/schema.ts'
import type { MayNeedHelp } from '@/features/classroom/insight/needs-help.ts'
import { type CountByLevel, countByLevel, countOf, type Level } from '@/features/progress/knowledge.ts'
import { masteryByTopic } from '@/features/progress/topic-mastery.ts'
import { asText, type Spreadsheet } from '../spreadsheet/spreadsheet.ts'

type TaughtLesson = Pick<Lesson, 'title' | 'factIds' | 'objectives'>

/**
 * What a class knows, a row for each topic and each lesson with how many of its facts are at each level. A fact may count
 * for several of them, so rows of one kind add up to more than there are.
 */
export function knowledgeTable(
  catalog: Pick<Catalog, 'topics' | 'facts'> & { lessons: readonly TaughtLesson[] },
  levels: Readonly<Record<string, Level>>,
): Spreadsheet {
  const row = (kind: string, title: string, counts: CountByLevel, objectives: readonly string[]) => [
    kind,
    asText(title),
    countOf(counts),
    ...counts,
    asText(objectives.join('; ')),
  ]
  return {
    title: 'Knowledge',
    columns: ['Kind', 'Title', 'Facts', 'Not met yet', 'Met', 'Recalled', 'Firm', 'Objectives'],
    rows: [
      ...masteryByTopic(catalog, levels).map(({ topic, facts }) => row('Topic', topic.title, facts, [])),
      ...catalog.lessons.map(({ title, factIds, objectives }) =>
        row('Lesson', title, countByLevel(factIds.map((id) => levels[id] ?? 0)), objectives),
      ),
    ],
  }
}

/** Who may need help, a row for each reason. */
export function helpTable(mayNeedHelp: readonly MayNeedHelp[]): Spreadsheet {
  return {
    title: 'Help',
    columns: ['Name', 'Why'],
    rows: mayNeedHelp.flatMap(({ name, reasons }) => reasons.map((reason) => [asText(name), asText(reason)])),
  }
}
