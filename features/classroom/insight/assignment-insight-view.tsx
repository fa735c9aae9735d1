import Link from 'next/link'
import { Notice } from '@/components/notice.tsx'
import { formLetter } from '@/features/quiz/form-letter.ts'
import { ExportLinks } from '../export-links.tsx'
import { FlagList } from '../flag-list.tsx'
import { PrintButton } from '../print-button.tsx'
import { Section } from '../section.tsx'
import { adaptiveCounting } from './adaptive-counting.ts'
import { FigureCell, NamedFigure, ShareBar } from './figure-parts.tsx'
import type { FormReport, ItemReport } from './form-report.ts'
import type { AssignmentInsight } from './loaders.ts'
import { MarkHistogram } from './mark-histogram.tsx'
import { reliabilityText } from './reliability.ts'

/** How an assigned quiz does: the test as a whole, then each question, the worst first. */
export function AssignmentInsightView({ insight }: { insight: AssignmentInsight }) {
  const { id, classId, title, className, attempts, forms, flags, questions, counting, isOnlyForm, isAdaptive } = insight
  const href = `/classes/${classId}/assignments/${id}`
  return (
    <div className="mx-auto grid max-w-4xl gap-12">
      <header className="grid gap-3">
        <p className="text-sm text-muted print:hidden">
          <Link href={href} prefetch={false} className="underline underline-offset-4 hover:text-accent">
            {title}
          </Link>
        </p>
        <h1 className="text-3xl wrap-anywhere">How “{title}” does</h1>
        <p className="text-muted">
          {className}. {attempts} {attempts === 1 ? 'attempt has' : 'attempts have'} been handed in.
        </p>
        {isAdaptive && <p className="text-sm text-muted">{adaptiveCounting}</p>}
        {attempts > 0 && (
          <div className="flex flex-wrap items-center gap-3 print:hidden">
            <CountingSwitch href={`${href}/insight`} counting={counting} />
            <PrintButton />
            <ExportLinks
              href={`/api/classes/insight?class=${classId}&assignment=${id}${counting === 'all' ? '&counting=all' : ''}`}
            />
          </div>
        )}
      </header>
      {attempts === 0 ? (
        <Notice>Once learners have handed in, this page tells how the questions do, and what to look at.</Notice>
      ) : (
        forms.map((report) => (
          <FormPart
            key={report.form}
            name={isOnlyForm ? null : `Form ${formLetter(report.form)}`}
            report={report}
            questions={questions}
            href={`${href}/insight`}
          />
        ))
      )}
      {flags.length > 0 && (
        <Section id="flags" title="What learners say">
          <FlagList flags={flags} about={(itemId) => `“${questions[itemId]}”`} />
        </Section>
      )}
    </div>
  )
}

function CountingSwitch({ href, counting }: { href: string; counting: AssignmentInsight['counting'] }) {
  const isFirst = counting === 'first encounters'
  return (
    <p className="text-sm text-muted">
      {isFirst
        ? 'Only the first time that a learner met a question counts.'
        : 'Every attempt counts, also at questions met before.'}{' '}
      <Link
        href={isFirst ? `${href}?counting=all` : href}
        prefetch={false}
        className="text-accent underline underline-offset-4"
      >
        {isFirst ? 'Count all' : 'Count first encounters'}
      </Link>
    </p>
  )
}

function FormPart({
  name,
  report,
  questions,
  href,
}: {
  name: string | null
  report: FormReport
  questions: Readonly<Record<string, string>>
  href: string
}) {
  const { statistics, items, totals, attempts } = report
  const toLookAt = items.filter(({ advice }) => advice.length > 0).length
  const id = `form-${report.form}`
  return (
    <>
      <Section id={id} title={name === null ? 'The test as a whole' : `${name} as a whole`}>
        <p>{reliabilityText(statistics)}</p>
        <div className="grid gap-8 sm:grid-cols-2">
          <MarkHistogram totals={totals} />
          <dl className="grid grid-cols-2 content-start gap-x-6 gap-y-4">
            <NamedFigure name="Mean" figure={statistics.mean} unit=" %" />
            <NamedFigure name="Standard deviation" figure={statistics.standardDeviation} unit=" %" />
            <NamedFigure
              name="Internal consistency (alpha)"
              figure={statistics.coefficientOfInternalConsistency}
              unit=" %"
            />
            <NamedFigure name="Standard error" figure={statistics.standardError} unit=" %" />
            <NamedFigure name="Error ratio" figure={statistics.errorRatio} unit=" %" />
            <NamedFigure name="Skewness" figure={statistics.skewness} digits={2} />
            <NamedFigure name="Kurtosis" figure={statistics.kurtosis} digits={2} />
          </dl>
        </div>
        <p className="text-sm text-muted">
          From {statistics.wholeAttempts} of {attempts} {attempts === 1 ? 'attempt' : 'attempts'}: those in which every
          question counts.
        </p>
      </Section>
      <Section id={`${id}-items`} title={name === null ? 'The questions' : `The questions of ${name.toLowerCase()}`}>
        <p className="text-muted">
          {toLookAt === 0
            ? 'Nothing stands out.'
            : `${toLookAt} of ${items.length} ${toLookAt === 1 ? 'deserves' : 'deserve'} a look; the gravest first.`}{' '}
          In percent, with intervals of 95 %.
        </p>
        <ItemTable
          items={items}
          questions={questions}
          href={href}
          caption={name === null ? 'the questions' : `the questions of ${name.toLowerCase()}`}
        />
      </Section>
    </>
  )
}

function ItemTable({
  items,
  questions,
  href,
  caption,
}: {
  items: readonly ItemReport[]
  questions: Readonly<Record<string, string>>
  href: string
  caption: string
}) {
  return (
    <section
      aria-label={`Table of ${caption}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full min-w-2xl text-left tabular-nums">
        <thead className="text-sm text-muted">
          <tr className="align-bottom">
            <th scope="col" className={`${cell} w-1/2 min-w-56 font-semibold`}>
              Question
            </th>
            {['Met by', 'Facility', 'Discrimination', 'Efficiency', 'Guessing', 'Weight'].map((name) => (
              <th key={name} scope="col" className={`${cell} font-semibold`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ statistics, weights, advice }) => (
            <tr key={statistics.item.id} className="break-inside-avoid align-top">
              <th scope="row" className={`${cell} font-normal`}>
                <Link
                  href={`${href}/${encodeURIComponent(statistics.item.id)}`}
                  prefetch={false}
                  className="line-clamp-3 text-ink underline-offset-4 hover:text-accent hover:underline"
                >
                  {questions[statistics.item.id]}
                </Link>
                {advice.map(({ concern, text }) => (
                  <span
                    key={text}
                    className="mt-1.5 block border-marker border-l-4 pl-3 text-sm"
                    data-concern={concern}
                  >
                    {text}
                  </span>
                ))}
              </th>
              <td className={cell}>{statistics.attempts}</td>
              <td className={`${cell} min-w-24`}>
                <FigureCell figure={statistics.facilityIndex} />
                <ShareBar figure={statistics.facilityIndex} />
              </td>
              <td className={cell}>
                <FigureCell figure={statistics.discriminationIndex} />
              </td>
              <td className={cell}>
                <FigureCell figure={statistics.discriminativeEfficiency} />
              </td>
              <td className={cell}>
                <FigureCell figure={statistics.randomGuessScore} />
              </td>
              <td className={cell}>
                {weights === null ? '–' : <FigureCell figure={weights.effectiveWeight} digits={1} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const cell = 'border-line border-b py-2.5 pr-4 last:pr-0'
