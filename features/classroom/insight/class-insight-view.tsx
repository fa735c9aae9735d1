import Link from 'next/link'
import { Notice } from '@/components/notice.tsx'
import { RecordMap } from '@/features/progress/record-map.tsx'
import { TopicView } from '@/features/progress/topic-view.tsx'
import { ExportLinks } from '../export-links.tsx'
import { PrintButton } from '../print-button.tsx'
import { Section } from '../section.tsx'
import { LessonMastery } from './lesson-mastery.tsx'
import type { ClassInsight } from './loaders.ts'

/** How a class does: who may need help, what it knows by topic, and on the map of the record. */
export function ClassInsightView({
  insight: { classId, className, learners, levels, mayNeedHelp },
}: {
  insight: ClassInsight
}) {
  return (
    <div className="mx-auto grid max-w-4xl gap-12">
      <header className="grid gap-3">
        <p className="text-sm text-muted print:hidden">
          <Link
            href={`/classes/${classId}`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent"
          >
            {className}
          </Link>
        </p>
        <h1 className="text-3xl">How the class does</h1>
        {learners > 0 && (
          <div className="print:hidden">
            <PrintButton />
          </div>
        )}
      </header>
      {learners === 0 ? (
        <Notice>Nobody learns in this class yet. Give its code to the class, and this page begins to fill.</Notice>
      ) : (
        <>
          <Section id="help" title="Who may need help">
            {mayNeedHelp.length === 0 ? (
              <p>Nobody gives a sign of it.</p>
            ) : (
              <ul className="grid gap-3">
                {mayNeedHelp.map(({ accountId, name, reasons }) => (
                  <li key={accountId} className="break-inside-avoid rounded-lg border border-line px-4 py-3">
                    <p className="font-semibold wrap-anywhere">{name}</p>
                    <ul className="text-muted">
                      {reasons.map((reason) => (
                        <li key={reason}>{reason}</li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ul>
            )}
            {mayNeedHelp.length > 0 && (
              <p className="flex flex-wrap gap-3">
                <ExportLinks href={`/api/classes/insight/class?class=${classId}&table=help`} what="who may need help" />
              </p>
            )}
          </Section>
          <Section id="topics" title="What the class knows, by topic">
            <p className="text-muted">A fact counts as known as well as at least half of the {learners} know it.</p>
            <TopicView levels={levels} />
          </Section>
          <Section id="lessons" title="Lesson by lesson">
            <p className="text-muted">What each lesson teaches, and the objectives that it serves.</p>
            <LessonMastery levels={levels} />
            <p className="flex flex-wrap gap-3">
              <ExportLinks
                href={`/api/classes/insight/class?class=${classId}&table=knowledge`}
                what="topics and lessons"
              />
            </p>
          </Section>
          <Section id="map" title="The map of the record">
            <p className="text-muted">
              The document in its order, every sentence coloured by how well the class knows it.
            </p>
            <RecordMap levels={levels} />
          </Section>
        </>
      )}
    </div>
  )
}
