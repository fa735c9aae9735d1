import type { Figure } from '../figure.ts'
import { figureNote, figureText } from './figure-text.ts'

/** A figure with what stands behind it, small. */
export function FigureCell({ figure, digits = 0 }: { figure: Figure; digits?: number }) {
  const note = figureNote(figure, digits)
  return (
    <>
      <span className={figure.kind === 'value' ? '' : 'text-muted'}>{figureText(figure, digits)}</span>
      {note !== '' && (
        <span className={`block text-xs text-muted ${figure.kind === 'undefined' ? '' : 'whitespace-nowrap'}`}>
          {note}
        </span>
      )}
    </>
  )
}

/** Where a percentage lies between 0 and 100, with its interval as a line through it. The number stands beside it. */
export function ShareBar({ figure }: { figure: Figure }) {
  if (figure.kind !== 'value') return null
  const { value, interval } = figure
  return (
    <svg aria-hidden="true" className="block h-3 w-full min-w-16">
      <rect width="100%" height="100%" rx="2" className="fill-line" />
      <rect width={`${Math.max(0, Math.min(100, value))}%`} height="100%" rx="2" className="fill-accent/70" />
      {interval !== null && (
        <line
          x1={`${Math.max(0, interval.from)}%`}
          x2={`${Math.min(100, interval.to)}%`}
          y1="50%"
          y2="50%"
          className="stroke-ink stroke-2"
        />
      )}
    </svg>
  )
}

/** A figure of a whole test, in a row of such. */
export function NamedFigure({
  name,
  figure,
  digits = 0,
  unit = '',
}: {
  name: string
  figure: Figure
  digits?: number
  unit?: string
}) {
  const note = figureNote(figure, digits)
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        <span className={figure.kind === 'value' ? 'text-xl tabular-nums' : 'text-muted'}>
          {figureText(figure, digits)}
          {figure.kind === 'value' ? unit : ''}
        </span>
        {note !== '' && <span className="block text-xs text-muted">{note}</span>}
      </dd>
    </div>
  )
}
