import type { SiteScope } from '@/features/accounts/scope.ts'
import { type Database, sql } from '@/lib/database.ts'
import { likePattern } from '@/lib/like-pattern.ts'

/** A class as whoever runs the site sees it. */
export interface SiteClassRow {
  id: string
  name: string
  createdAt: Date
  archivedAt: Date | null
  teachers: string[]
  learners: number
}

/** So many classes are on a page. */
export const classesOnPage = 25

/** Classes whose name holds a text, by name, those first that want a teacher; with how many there are in all. */
export async function listSiteClasses(
  db: Database,
  _: SiteScope,
  { search, page }: { search: string; page: number },
): Promise<{ classes: SiteClassRow[]; total: number }> {
  // As it is typed and in small letters: SQLite knows only the small letters of ASCII.
  const [typed, small] = [likePattern(search), likePattern(search.toLowerCase())]
  const isSought = sql`(lower("name") LIKE ${small} ESCAPE '\\' OR "name" LIKE ${typed} ESCAPE '\\')`
  const wantsTeacher = sql`("archivedAt" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Membership" WHERE "classId" = "Class"."id" AND "role" = 'teacher' AND "leftAt" IS NULL))`
  const [counted] = await db.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM "Class" WHERE ${isSought}`
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Class" WHERE ${isSought}
    ORDER BY CASE WHEN ${wantsTeacher} THEN 0 ELSE 1 END, "name", "id"
    LIMIT ${classesOnPage} OFFSET ${(page - 1) * classesOnPage}`
  const rows = await db.class.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      name: true,
      createdAt: true,
      archivedAt: true,
      memberships: {
        where: { role: 'teacher', leftAt: null },
        orderBy: [{ joinedAt: 'asc' }, { accountId: 'asc' }],
        select: { account: { select: { name: true } } },
      },
      _count: { select: { memberships: { where: { role: 'learner', leftAt: null } } } },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const classes = found.flatMap(({ id }) => {
    const row = byId.get(id)
    if (row === undefined) return []
    const { memberships, _count, ...shown } = row
    return { ...shown, teachers: memberships.map(({ account }) => account.name), learners: _count.memberships }
  })
  return { classes, total: Number(counted?.total ?? 0) }
}
