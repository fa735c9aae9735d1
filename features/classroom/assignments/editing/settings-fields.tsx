'use client'

import { penaltyText } from '@/features/quiz/adaptive-wording.ts'
import { penalties } from '@/features/quiz/penalties.ts'
import type { ReviewPart } from '@/features/quiz/review-options.ts'
import { Choices, Folded, NumberLine, Select, Tick } from '../fields.tsx'
import type { Settings } from '../settings.ts'
import { ReviewTable } from './review-table.tsx'

type Change = (part: Partial<Settings>) => void

const timeUp = [
  { id: 'submit', text: 'What is there is handed in' },
  { id: 'grace', text: 'They have a while to hand in' },
  { id: 'abandon', text: 'It does not count' },
] as const

const methods = [
  { id: 'highest', text: 'The highest' },
  { id: 'average', text: 'The average' },
  { id: 'first', text: 'The first' },
  { id: 'last', text: 'The last' },
] as const

const minutesOf = (seconds: number | null) => (seconds === null || seconds === 0 ? null : Math.round(seconds / 60))
const secondsOf = (minutes: number | null) => Math.round((minutes ?? 0) * 60)

/** What a quiz is taken under, each part folded with what holds in it. */
export function SettingsFields({
  settings,
  holdsGrades,
  onChange,
  onHold,
}: {
  settings: Settings
  holdsGrades: boolean
  onChange: Change
  onHold: (holdsGrades: boolean) => void
}) {
  return (
    <div className="grid gap-3">
      <TimeAndAttempts settings={settings} onChange={onChange} />
      <Asking settings={settings} onChange={onChange} />
      <Folded
        title="What learners see afterwards"
        holds={holdsGrades ? 'Held until you release grades' : 'By moment, as ticked'}
      >
        <Tick
          label="Hold grades until I release them"
          hint="Until then learners see their answers, and neither points nor what was right, wherever they look. Their flashcards follow at once: one on a fact that they got wrong comes up again soon."
          isTicked={holdsGrades}
          onTick={onHold}
        />
        {settings.behaviour === 'immediate-feedback' && (
          <p className="text-sm text-muted">While they take it, each answer is explained in full as it is given.</p>
        )}
        {settings.behaviour === 'adaptive' && <WhileTrying settings={settings} onChange={onChange} />}
        <ReviewTable review={settings.review} onChange={(review) => onChange({ review })} />
      </Folded>
      <Late settings={settings} onChange={onChange} />
    </div>
  )
}

function TimeAndAttempts({ settings, onChange }: { settings: Settings; onChange: Change }) {
  const { timeLimitSeconds, whenTimeIsUp, graceSeconds, attempts, delaySeconds, gradeMethod } = settings
  const limit = minutesOf(timeLimitSeconds)
  const tries = attempts === 0 ? 'any number of attempts' : attempts === 1 ? 'one attempt' : `${attempts} attempts`
  return (
    <Folded
      title="Time and attempts"
      holds={`${limit === null ? 'No time limit' : limit === 1 ? '1 minute' : `${limit} minutes`}, ${tries}`}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberLine
          field="settings.timeLimitSeconds"
          label="Time limit in minutes"
          hint="Empty for none."
          min={1}
          value={limit}
          onNumber={(minutes) =>
            onChange(
              minutes === null
                ? { timeLimitSeconds: null, whenTimeIsUp: 'submit', graceSeconds: 0 }
                : { timeLimitSeconds: secondsOf(minutes) },
            )
          }
        />
        {timeLimitSeconds !== null && (
          <Select
            field="settings.whenTimeIsUp"
            label="When time is up"
            hint="Where nothing is handed in."
            value={whenTimeIsUp}
            options={timeUp}
            onChoose={(chosen) => onChange({ whenTimeIsUp: chosen, graceSeconds: chosen === 'grace' ? 300 : 0 })}
          />
        )}
        {whenTimeIsUp === 'grace' && (
          <NumberLine
            field="settings.graceSeconds"
            label="Minutes to hand in then"
            min={1}
            value={minutesOf(graceSeconds)}
            onNumber={(minutes) => onChange({ graceSeconds: secondsOf(minutes) })}
          />
        )}
        <NumberLine
          field="settings.attempts"
          label="Attempts"
          hint="0 for as many as they like."
          min={0}
          max={100}
          value={attempts}
          onNumber={(count) => onChange({ attempts: count ?? 0 })}
        />
        {attempts !== 1 && (
          <>
            <Select
              field="settings.gradeMethod"
              label="Which attempt counts"
              hint="Of several."
              value={gradeMethod}
              options={methods}
              onChoose={(chosen) => onChange({ gradeMethod: chosen })}
            />
            <NumberLine
              field="settings.delaySeconds"
              label="Minutes between two attempts"
              hint="Empty for none."
              min={0}
              value={minutesOf(delaySeconds)}
              onNumber={(minutes) => onChange({ delaySeconds: secondsOf(minutes) })}
            />
          </>
        )}
      </div>
    </Folded>
  )
}

/** What is told of a try besides how it fared. The right answer is told of no question that can still be tried. */
function WhileTrying({ settings: { review }, onChange }: { settings: Settings; onChange: Change }) {
  const turn = (part: ReviewPart, isShown: boolean) => {
    const others = review.during.filter((one) => one !== part)
    onChange({ review: { ...review, during: isShown ? [...others, part] : others } })
  }
  return (
    <div>
      <p className="text-sm text-muted">
        While they take it, learners see how each try fared and what it earned, and never the right answer to what they
        can still try.
      </p>
      <Tick
        label="Say why a wrong choice is wrong, after each try"
        hint="A hint for the next try. A reason that names the right answer is left out; one that only points to it is not."
        isTicked={review.during.includes('specific-feedback')}
        onTick={(isShown) => turn('specific-feedback', isShown)}
      />
      <Tick
        label="Explain a question once it is right"
        hint="With the places it rests on, while others may still be taking the quiz."
        isTicked={review.during.includes('general-feedback')}
        onTick={(isShown) => turn('general-feedback', isShown)}
      />
    </div>
  )
}

const penaltyNames = new Map(penalties.map((penalty) => [penaltyText(penalty), penalty]))

function Asking({ settings, onChange }: { settings: Settings; onChange: Change }) {
  const { behaviour, penalty, withCertainty, itemsPerPage, navigation, shufflesItems } = settings
  const holds = [
    {
      'deferred-feedback': `${itemsPerPage} on a page, explained at the end`,
      'immediate-feedback': 'One by one, each explained at once',
      adaptive: `${itemsPerPage} on a page, tried until right, ${penaltyText(penalty)} off for each wrong try`,
    }[behaviour],
    ...(shufflesItems ? ['shuffled'] : []),
    ...(withCertainty ? ['with how sure they are'] : []),
  ]
  return (
    <Folded title="How questions are asked" holds={holds.join(', ')}>
      <Choices
        legend="Feedback"
        name="behaviour"
        chosen={behaviour}
        choices={[
          { id: 'deferred-feedback', label: 'At the end', detail: 'Answers may be changed until they hand in' },
          { id: 'immediate-feedback', label: 'After each answer', detail: 'The first answer stands' },
          {
            id: 'adaptive',
            label: 'After each try',
            detail: 'They try until it is right, and a wrong try costs points',
          },
        ]}
        onChoose={(chosen) =>
          onChange(chosen === 'adaptive' ? { behaviour: chosen, withCertainty: false } : { behaviour: chosen })
        }
      />
      {behaviour === 'adaptive' && (
        <Select
          field="settings.penalty"
          label="What a wrong try costs"
          hint="Each try that is not fully right takes this part of the points off what a later try earns. The best try counts."
          value={penaltyText(penalty)}
          options={[...penaltyNames.keys()].map((text) => ({ id: text, text: text === '0 %' ? 'Nothing' : text }))}
          onChoose={(chosen) => onChange({ penalty: penaltyNames.get(chosen) ?? penalty })}
        />
      )}
      {behaviour !== 'immediate-feedback' && (
        <div className="grid gap-5 sm:grid-cols-2">
          <NumberLine
            field="settings.itemsPerPage"
            label="Questions on a page"
            min={1}
            max={200}
            value={itemsPerPage}
            onNumber={(count) => onChange({ itemsPerPage: count ?? 0 })}
          />
          <Select
            field="settings.navigation"
            label="Pages"
            value={navigation}
            options={[
              { id: 'free', text: 'Back and forth' },
              { id: 'sequential', text: 'One after the other, no way back' },
            ]}
            onChoose={(chosen) => onChange({ navigation: chosen })}
          />
        </div>
      )}
      <div>
        <Tick
          label="Shuffle the questions"
          hint="Each attempt has an order of its own. Choices within a question are always shuffled."
          isTicked={shufflesItems}
          onTick={(isTicked) => onChange({ shufflesItems: isTicked })}
        />
        {behaviour !== 'adaptive' && (
          <Tick
            label="Ask how sure they are of each answer"
            hint="They see afterwards how well they judge themselves."
            isTicked={withCertainty}
            onTick={(isTicked) => onChange({ withCertainty: isTicked })}
          />
        )}
      </div>
    </Folded>
  )
}

function Late({
  settings: { latePercentPerDay, latePercentAtMost },
  onChange,
}: {
  settings: Settings
  onChange: Change
}) {
  const holds =
    latePercentPerDay === 0
      ? 'Taken until it closes, and marked as late'
      : `${latePercentPerDay} % off for each day, at most ${latePercentAtMost} %`
  return (
    <Folded title="What comes late" holds={holds}>
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberLine
          field="settings.latePercentPerDay"
          label="Percent off for each day"
          hint="For each day begun; 0 for nothing."
          min={0}
          max={100}
          value={latePercentPerDay}
          onNumber={(percent) => onChange({ latePercentPerDay: percent ?? 0 })}
        />
        <NumberLine
          field="settings.latePercentAtMost"
          label="Percent off at most"
          hint="However late it is."
          min={0}
          max={100}
          value={latePercentAtMost}
          onNumber={(percent) => onChange({ latePercentAtMost: percent ?? 100 })}
        />
      </div>
    </Folded>
  )
}
