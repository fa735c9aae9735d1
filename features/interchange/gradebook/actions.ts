import 'server-only'
import { note } from '@/features/accounts/auditing/actions.ts'
import { limitOn } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { currentVisit } from '@/features/accounts/loaders.ts'
import { loadGradebook, loadGradebookPage } from '@/features/classroom/gradebook/loaders.ts'
import { responding } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { fileResponse } from '../spreadsheet/write.ts'
import { tableOf } from './table.ts'

/** Sends the gradebook of a class as a file, for whoever may read it: as a workbook, unless CSV is asked for. */
export const downloadGradebook = responding(async (request) => {
  const asked = new URL(request.url).searchParams
  const classId = asked.get('class') ?? ''
  const format = asked.get('format') === 'csv' ? 'csv' : 'xlsx'
  const sheet = await loadGradebook(classId)
  if ('refused' in sheet) return sheet
  const visit = await currentVisit()
  const accountId = visit.kind === 'signed-in' ? visit.account.id : ''
  const limit = await limitOn(limits.export, accountId)
  if (limit !== null) return limit
  await note({ act: 'grades-exported', rows: sheet.learners.length }, accountId, classId)
  const name = `${(await loadGradebookPage(classId))?.name ?? 'class'} ${now().toISOString().slice(0, 10)}`
  return fileResponse(tableOf(sheet), { format, name })
})
