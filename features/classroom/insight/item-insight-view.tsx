import Link from 'next/link'
import { Mark } from '@/components/mark.tsx'
import { Notice } from '@/components/notice.tsx'
import { formLetter } from '@/features/quiz/form-letter.ts'
import { MarkedItemView } from '@/features/quiz/item-view.tsx'
import { FlagList } from '../flag-list.tsx'
import { Section } from '../section.tsx'
import { adaptiveCounting } from './adaptive-counting.ts'
import { FigureCell, NamedFigure, ShareBar } from './figure-parts.tsx'
import type { ItemReport } from './form-report.ts'
import type { ItemInsight } from './loaders.ts'

/** One question of a quiz: what its answers say to look at, what was chosen, and the question itself with its key. */
export function ItemInsightView({ insight }: { insight: ItemInsight }) {
  const { id, classId, title, isOnlyForm, isAdaptive, item, feedback, reports, flags } = insight
  return (
    <div className="mx-auto grid max-w-3xl gap-12">
      <header>
        <p className="text-sm text-muted">
          <Link
            href={`/classes/${classId}/assignments/${id}/insight`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent"
          >
            How “{title}” does
          </Link>
        </p>
        <h1 className="mt-1 text-3xl">One question</h1>
      </header>
      {isAdaptive && <Notice>{adaptiveCounting}</Notice>}
      {reports.length === 0 && (
        <Notice>
          Nobody has met this question as it is asked now for the first time here, so there is nothing to reckon from.
        </Notice>
      )}
      {reports.map((report) => (
        <Section
          key={report.form}
          id={`form-${report.form}`}
          title={isOnlyForm ? 'What to look at' : `What to look at in form ${formLetter(report.form)}`}
        >
          <Report report={report} />
        </Section>
      ))}
      <Section id="question" title="The question, with its key">
        <div className="rounded-card border border-line bg-surface p-5 sm:p-6">
          <MarkedItemView item={item} response={null} feedback={feedback} />
          {feedback.explanation !== null && <p className="mt-5 border-line border-t pt-4">{feedback.explanation}</p>}
        </div>
      </Section>
      {flags.length > 0 && (
        <Section id="flags" title="What learners say">
          <FlagList flags={flags} />
        </Section>
      )}
    </div>
  )
}

function Report({ report: { statistics, weights, advice } }: { report: ItemReport }) {
  return (
    <>
      {advice.length === 0 ? (
        <p>Nothing stands out in {statistics.attempts} attempts.</p>
      ) : (
        <ul className="grid gap-2">
          {advice.map(({ text }) => (
            <li key={text} className="border-marker border-l-4 pl-4">
              {text}
            </li>
          ))}
        </ul>
      )}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <NamedFigure name="Facility" figure={statistics.facilityIndex} unit=" %" />
        <NamedFigure name="Discrimination" figure={statistics.discriminationIndex} unit=" %" />
        <NamedFigure name="Efficiency" figure={statistics.discriminativeEfficiency} unit=" %" />
        <NamedFigure name="Standard deviation" figure={statistics.standardDeviation} unit=" %" />
        <NamedFigure name="Guessing earns" figure={statistics.randomGuessScore} unit=" %" />
        {weights !== null && (
          <NamedFigure name="Effective weight" figure={weights.effectiveWeight} digits={1} unit=" %" />
        )}
      </dl>
      {statistics.distractors.length > 0 && <DistractorTable rows={statistics.distractors} />}
    </>
  )
}

function DistractorTable({ rows }: { rows: ItemReport['statistics']['distractors'] }) {
  return (
    <section
      aria-label="What was chosen"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full min-w-lg text-left tabular-nums">
        <caption className="pb-2 text-left text-sm text-muted">
          What was chosen, and how those who chose it did in the rest of the test
        </caption>
        <thead className="text-sm text-muted">
          <tr className="align-bottom">
            {['Option', 'Chosen by', 'Share', 'Mean in the rest'].map((name) => (
              <th key={name} scope="col" className={`${cell} font-semibold`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ option, chosen, share, meanRestScore }) => (
            <tr key={`${option.placeId} ${option.id}`} className="align-top">
              <th scope="row" className={`${cell} min-w-48 font-normal`}>
                {option.text}
                {option.isKey && (
                  <>
                    {' '}
                    <Mark kind="right">key</Mark>
                  </>
                )}
              </th>
              <td className={cell}>{chosen}</td>
              <td className={`${cell} min-w-24`}>
                <FigureCell figure={share} />
                <ShareBar figure={share} />
              </td>
              <td className={cell}>
                <FigureCell figure={meanRestScore} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const cell = 'border-line border-b py-2 pr-4 last:pr-0'
