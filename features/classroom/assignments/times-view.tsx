import type { OwnListed, ShownTimes, TaughtListed } from './loaders.ts'

/** When something opens, is due and closes, by the class's clock. */
export function TimesView({ times: { opens, due, closes, timeZone } }: { times: ShownTimes }) {
  const shown = [
    { name: 'Opens', time: opens },
    { name: 'Due', time: due },
    { name: 'Closes', time: closes },
  ].flatMap(({ name, time }) => (time === null ? [] : [{ name, ...time }]))
  if (shown.length === 0) return <p className="text-muted">It is open, and nothing falls due.</p>
  return (
    <div className="grid gap-2">
      <dl className="grid gap-3 sm:flex sm:flex-wrap sm:gap-x-10">
        {shown.map(({ name, text, relative }) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd>
              {text} <span className="text-muted">({relative})</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">By the clock of {timeZone}.</p>
    </div>
  )
}

/** What of its times matters most for whoever works on it, in a line. */
export function urgentTime({ standing, times: { opens, due, closes } }: Pick<OwnListed, 'standing' | 'times'>): string {
  if (standing === 'ahead') return opens === null ? '' : `opens ${opens.relative}, ${opens.text}`
  if (standing === 'late') return closes === null ? 'late' : `late; closes ${closes.relative}, ${closes.text}`
  if (due !== null) return `due ${due.relative}, ${due.text}`
  return closes === null ? 'no due date' : `closes ${closes.relative}, ${closes.text}`
}

/** The same for those who teach. */
export function tellingTime({ state, times: { opens, due, closes } }: Pick<TaughtListed, 'state' | 'times'>): string {
  if (state === 'ahead' && opens !== null) return `opens ${opens.text}`
  if (state === 'closed' && closes !== null) return `closed ${closes.text}`
  if (due !== null) return `due ${due.text}`
  return closes === null ? 'no due date' : `closes ${closes.text}`
}
