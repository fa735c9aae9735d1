import 'server-only'
import { limitOn } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { currentVisit } from '@/features/accounts/loaders.ts'
import { catalog } from '@/features/catalog/data.ts'
import { loadAssignmentInsight, loadClassInsight } from '@/features/classroom/insight/loaders.ts'
import { type Refusal, refuse, responding } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts'
import { fileResponse } from '../spreadsheet/write.ts'
import { helpTable, knowledgeTable } from './class-table.ts'
import { questionTable } from './question-table.ts'

/** Sends what an assigned quiz says of its questions as a file: as a workbook, unless CSV is asked for. */
export const downloadInsight = responding(async (request) => {
  const asked = new URL(request.url).searchParams
  const counting = asked.get('counting') === 'all' ? 'all' : 'first encounters'
  const insight = await loadAssignmentInsight(asked.get('class') ?? '', asked.get('assignment') ?? '', counting)
  if (insight === null) return refuse(404, 'unknown-assignment', 'There is no such quiz in a class that you teach.')
  return download(asked, `${insight.title}, questions`, questionTable(insight.forms, insight.questions))
})

/** Sends what a class knows, or who of it may need help, in the same way. */
export const downloadClassInsight = responding(async (request) => {
  const asked = new URL(request.url).searchParams
  const insight = await loadClassInsight(asked.get('class') ?? '')
  if (insight === null) return refuse(404, 'unknown-class', 'There is no such class that you teach.')
  const { className, levels, mayNeedHelp } = insight
  return asked.get('table') === 'help'
    ? download(asked, `${className}, who may need help`, helpTable(mayNeedHelp))
    : download(asked, `${className}, knowledge`, knowledgeTable(catalog, levels))
})

async function download(asked: URLSearchParams, name: string, table: Spreadsheet): Promise<Response | Refusal> {
  const visit = await currentVisit()
  const limit = await limitOn(limits.export, visit.kind === 'signed-in' ? visit.account.id : '')
  if (limit !== null) return limit
  const format = asked.get('format') === 'csv' ? 'csv' : 'xlsx'
  return fileResponse(table, { format, name: `${name} ${now().toISOString().slice(0, 10)}` })
}
