import type { Span } from '@/lib/share-interval.ts'
import { bestRangeOf, type Calibration, certaintyNames, type Judgement, judgementText } from './certainty.ts'
import { pointsText } from './outcome.ts'

/**
 * How often a learner was right, by how sure they said they were, against the range in which each certainty earns
 * most. Drawn on the server; nothing where no answer has a certainty.
 */
export function CalibrationView({ calibration }: { calibration: Calibration }) {
  const { judgements, count, marks, bestMarks } = calibration
  if (count === 0) return null
  const surestFirst = judgements.toReversed()
  const sentences = surestFirst.flatMap((judgement) => judgementText(judgement) ?? [])
  return (
    <section aria-labelledby="calibration" className="grid gap-5 rounded-card border border-line bg-surface p-5 sm:p-6">
      <div>
        <h2 id="calibration" className="text-2xl">
          How well you judged yourself
        </h2>
        <p className="mt-2 text-muted">
          Marked by how sure you said you were, your answers earned {pointsText(marks).replace('-', '−')} of {bestMarks}{' '}
          marks.
        </p>
      </div>
      <div className="grid gap-4">
        {surestFirst.map((judgement) => (
          <Row key={judgement.certainty} judgement={judgement} />
        ))}
        <Scale />
      </div>
      <p className="text-sm text-muted">
        The dot is the share of points you earned, the thin line how far chance may have moved it. In the tinted band
        this certainty earns most.
      </p>
      <ul className="grid gap-1.5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details>
        <summary className="min-h-11 content-center text-accent">As a table</summary>
        <Table judgements={surestFirst} />
      </details>
    </section>
  )
}

/** A label above its track on a phone, beside it where there is room. */
const columns = 'grid gap-x-4 sm:grid-cols-[8rem_1fr]'

function Row({ judgement }: { judgement: Judgement }) {
  const { certainty, count, share, interval } = judgement
  return (
    <div className={`${columns} items-center`}>
      <p className="flex items-baseline gap-2 sm:block">
        <span className="font-semibold">{nameOf(judgement)}</span>{' '}
        <span className="text-sm text-muted sm:block">{answersText(count)}</span>
      </p>
      <div className="px-2">
        <svg role="img" aria-label={pictureText(judgement)} className="block h-8 w-full overflow-visible">
          <Band span={bestRangeOf(certainty)} />
          <line x1="0%" x2="100%" y1="50%" y2="50%" className="stroke-edge" />
          {share === null ? null : (
            <>
              <line
                x1={placeOf(interval.from)}
                x2={placeOf(interval.to)}
                y1="50%"
                y2="50%"
                strokeWidth="3"
                className="stroke-accent"
              />
              <circle cx={placeOf(share)} cy="50%" r="7" strokeWidth="2" className="fill-accent stroke-surface" />
            </>
          )}
        </svg>
      </div>
    </div>
  )
}

function Band({ span: { from, to } }: { span: Span }) {
  return (
    <rect
      x={placeOf(from)}
      width={placeOf(to - from)}
      y="0"
      height="100%"
      rx="4"
      className="fill-accent-soft stroke-edge"
    />
  )
}

function Scale() {
  return (
    <div aria-hidden="true" className={columns}>
      <p className="flex justify-between text-sm text-muted sm:col-start-2">
        {[0, 0.5, 1].map((share) => (
          <span key={share}>{percentText(share)}</span>
        ))}
      </p>
    </div>
  )
}

function Table({ judgements }: { judgements: readonly Judgement[] }) {
  return (
    <table className="w-full text-left text-sm">
      <thead className="text-muted">
        <tr>
          {['You said', 'Count', 'Points (chance allows)', 'Earns most at'].map((name) => (
            <th key={name} scope="col" className="border-line border-b py-2 pr-2 last:pr-0 align-bottom font-semibold">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {judgements.map((judgement) => (
          <tr key={judgement.certainty}>
            <th scope="row" className={`${cell} font-semibold`}>
              {nameOf(judgement)}
            </th>
            <td className={cell}>{judgement.count}</td>
            <td className={cell}>
              {judgement.share === null ? '–' : `${percentText(judgement.share)} (${spanText(judgement.interval)})`}
            </td>
            <td className={cell}>{spanText(bestRangeOf(judgement.certainty))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const cell = 'border-line border-b py-2 pr-2 last:pr-0 tabular-nums'

function pictureText(judgement: Judgement): string {
  const { certainty, count, share, interval } = judgement
  const pays = `It earns most at ${spanText(bestRangeOf(certainty))}.`
  if (share === null) return `${nameOf(judgement)}: no answers. ${pays}`
  return `${nameOf(judgement)}: ${percentText(share)} of the points in ${answersText(count)}; chance allows ${spanText(interval)}. ${pays}`
}

function nameOf({ certainty }: Judgement): string {
  const name = certaintyNames[certainty]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

function answersText(count: number): string {
  return count === 0 ? 'no answers' : count === 1 ? '1 answer' : `${count} answers`
}

/** Along the track. */
function placeOf(share: number): string {
  return `${share * 100}%`
}

function percentText(share: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'percent' }).format(share)
}

function spanText({ from, to }: Span): string {
  return `${Math.round(from * 100)}–${percentText(to)}`
}
