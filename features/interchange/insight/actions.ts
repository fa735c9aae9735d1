import 'server-only'
import { limitOn } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { currentVisit } from '@/features/accounts/loaders.ts'
import { loadAssignmentInsight } from '@/features/classroom/insight/loaders.ts'
import { refuse, responding } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { fileResponse } from '../spreadsheet/write.ts'
import { tableOf } from './table.ts'

/** Sends what an assigned quiz says of its questions as a file: as a workbook, unless CSV is asked for. */
export const downloadInsight = responding(async (request) => {
  const asked = new URL(request.url).searchParams
  const counting = asked.get('counting') === 'all' ? 'all' : 'first encounters'
  const insight = await loadAssignmentInsight(asked.get('class') ?? '', asked.get('assignment') ?? '', counting)
  if (insight === null) return refuse(404, 'unknown-assignment', 'There is no such quiz in a class that you teach.')
  const visit = await currentVisit()
  const limit = await limitOn(limits.export, visit.kind === 'signed-in' ? visit.account.id : '')
  if (limit !== null) return limit
  const name = `${insight.title}, questions ${now().toISOString().slice(0, 10)}`
  return fileResponse(tableOf(insight.forms, insight.questions), {
    format: asked.get('format') === 'csv' ? 'csv' : 'xlsx',
    name,
  })
})
