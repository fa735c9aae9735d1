import 'server-only'
import { currentActor } from '@/features/accounts/loaders.ts'
import { type GradebookScope, gradebookScope } from '@/features/accounts/scope.ts'
import { factLevels } from '@/features/progress/fact-levels.ts'
import type { Level } from '@/features/progress/knowledge.ts'
import { findItem } from '@/features/quiz/bank.ts'
import { type Feedback, feedbackFor } from '@/features/quiz/feedback.ts'
import { type PublicItem, toPublic } from '@/features/quiz/item.ts'
import { questionText } from '@/features/quiz/item-wording.ts'
import { citation, lessonLink } from '@/features/quiz/loaders.ts'
import { findAnyItem, itemsByIds } from '@/features/quiz/own-items/loaders.ts'
import { findCard } from '@/features/study/deck.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { commonTerms, termsFor } from '../assignments/terms.ts'
import { marksByForm } from '../test-forms.ts'
import { classLevels } from './class-levels.ts'
import {
  type ClassFlag,
  findClassName,
  findInsightHead,
  type InsightHead,
  listAssignmentAttempts,
  listAssignmentStandings,
  listClassFlags,
  listClassKnowledge,
  listClassLearners,
} from './data.ts'
import { type FormReport, type ItemReport, reportOf } from './form-report.ts'
import { type MayNeedHelp, mayNeedHelp } from './needs-help.ts'

/** Which attempts count: the first encounter with each item, or all. */
export type Counting = 'first encounters' | 'all'

/** What an assigned quiz says about itself, for those who teach the class. */
export interface AssignmentInsight extends InsightHead {
  counting: Counting
  /** Attempts that were handed in. */
  attempts: number
  forms: FormReport[]
  /** By item id. */
  questions: Record<string, string>
  flags: ClassFlag[]
}

/** How a quiz of the class does; nothing for whoever does not teach it. */
export async function loadAssignmentInsight(
  classId: string,
  assignmentId: string,
  counting: Counting,
): Promise<AssignmentInsight | null> {
  const scope = gradebookScope(await currentActor(), { id: classId })
  const head = scope === null ? null : await findInsightHead(database(), scope, assignmentId)
  if (scope === null || head === null) return null
  const attempts = await listAssignmentAttempts(database(), scope, assignmentId)
  const itemIds = [...new Set(attempts.flatMap((attempt) => attempt.items.map(({ itemId }) => itemId)))]
  const find = await itemsByIds(itemIds)
  const items = itemIds.flatMap((id) => find(id) ?? [])
  const texts = new Map(items.map((item) => [item.id, questionText(toPublic(item))]))
  return {
    ...head,
    counting,
    attempts: attempts.length,
    forms: marksByForm(attempts, items, counting).map(reportOf),
    questions: Object.fromEntries(itemIds.map((id) => [id, texts.get(id) ?? 'A question that is not asked any more'])),
    flags: await listClassFlags(database(), scope, itemIds),
  }
}

/** One item of an assigned quiz: as it is asked, with its key, and how it does in each form. */
export interface ItemInsight extends InsightHead {
  item: PublicItem
  /** Its key, and why what is wrong is. */
  feedback: Feedback
  reports: (ItemReport & { form: number })[]
  flags: ClassFlag[]
}

/** How one item of a quiz does; nothing for whoever does not teach the class, or an item that nobody was asked. */
export async function loadItemInsight(
  classId: string,
  assignmentId: string,
  itemId: string,
): Promise<ItemInsight | null> {
  const insight = await loadAssignmentInsight(classId, assignmentId, 'first encounters')
  const item = await findAnyItem(itemId)
  if (insight === null || item === undefined || insight.questions[itemId] === undefined) return null
  const { id, title, className, isOnlyForm, isAdaptive } = insight
  return {
    id,
    classId,
    title,
    className,
    isOnlyForm,
    isAdaptive,
    item: toPublic(item),
    feedback: feedbackFor(item, null, 0, { citation, lesson: lessonLink }),
    reports: insight.forms.flatMap(({ form, items: reports }) =>
      reports.filter(({ statistics }) => statistics.item.id === itemId).map((report) => ({ form, ...report })),
    ),
    flags: insight.flags.filter((flag) => flag.itemId === itemId),
  }
}

/** What a class knows, and who of it may need help. */
export interface ClassInsight {
  classId: string
  className: string
  learners: number
  levels: Record<string, Level>
  mayNeedHelp: MayNeedHelp[]
}

/** How a class does; nothing for whoever does not teach it. */
export async function loadClassInsight(classId: string): Promise<ClassInsight | null> {
  const scope = gradebookScope(await currentActor(), { id: classId })
  const className = scope === null ? null : await findClassName(database(), scope)
  if (scope === null || className === null) return null
  const traces = await listClassKnowledge(database(), scope)
  const facts = {
    factOfCard: (id: string) => findCard(id)?.factId ?? null,
    factsOfItem: (id: string) => findItem(id)?.factIds ?? [],
  }
  return {
    classId,
    className,
    learners: traces.length,
    levels: classLevels(traces.map((trace) => factLevels(trace, facts))),
    mayNeedHelp: await listMayNeedHelp(scope),
  }
}

async function listMayNeedHelp(scope: GradebookScope): Promise<MayNeedHelp[]> {
  const [learners, standings] = await Promise.all([
    listClassLearners(database(), scope),
    listAssignmentStandings(database(), scope),
  ])
  const signs = learners.map(({ accountId, name, groupIds, lastStudiedAt, sure }) => ({
    accountId,
    name,
    lastStudiedAt,
    sure,
    assignments: standings
      .map(({ title, dueAt, overrides, grades, excused }) => {
        const ofGroups = overrides.filter(({ groupId }) => groupId !== null && groupIds.includes(groupId))
        const own = overrides.find((override) => override.accountId === accountId)
        const common = commonTerms({ opensAt: null, dueAt, closesAt: null }, { timeLimitSeconds: null, attempts: 1 })
        const terms = termsFor(
          common,
          ofGroups.map((override) => override.terms),
          own?.terms ?? null,
        )
        const { share = null, isHandedIn = false } = grades.get(accountId) ?? {}
        return { title, dueAt: terms.dueAt, share, isHandedIn, isExcused: excused.has(accountId) }
      })
      .sort(
        (a, b) => (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY),
      ),
  }))
  return mayNeedHelp(signs, now())
}
