'use client'

import { verdictText } from '@/features/quiz/items/true-false/wording.ts'
import { FieldGroup, Problem, ProseField, RightMark, ShortField, TickField } from '../fields.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { ReasonField, withReason } from '../reason-fields.tsx'

export function TrueFalseFields({ draft, onChange }: KindFieldsProps<'true-false'>) {
  const { assertion, called, offersUnsaid, key, reasons } = draft
  const verdicts = offersUnsaid ? (['true', 'false', 'unsaid'] as const) : (['true', 'false'] as const)
  return (
    <>
      <ProseField
        field="assertion"
        label="Sentence to be judged"
        value={assertion}
        onType={(text) => onChange({ assertion: text })}
      />
      <ShortField
        field="called"
        label="Judged by"
        hint="As it stands inside a sentence, such as “the summary”."
        value={called}
        onType={(text) => onChange({ called: text })}
      />
      <TickField
        field="unsaid"
        label="Offer “it does not say” too"
        isTicked={offersUnsaid}
        onTick={(isTicked) => onChange({ offersUnsaid: isTicked, key: !isTicked && key === 'unsaid' ? '' : key })}
      />
      <FieldGroup title="Answers" hint="Mark the one that is right.">
        <Problem field="key" />
        {verdicts.map((verdict, index) => {
          const text = verdictText(verdict, { called: called || 'it', verdicts: [...verdicts] })
          return (
            <div
              key={verdict}
              className={`grid gap-2 border-l-2 pl-4 ${key === verdict ? 'border-correct' : 'border-line'}`}
            >
              <p className="flex flex-wrap items-center gap-x-4 font-semibold">
                {text}
                <RightMark
                  field={index === 0 ? 'key' : `verdict ${verdict} right`}
                  kind="one"
                  group=""
                  label={`“${text}”`}
                  isRight={key === verdict}
                  onMark={() => onChange({ key: verdict })}
                />
              </p>
              {key === verdict || key === '' ? null : (
                <ReasonField
                  field={`verdict ${verdict}`}
                  label={`Why “${text}” is wrong`}
                  reason={reasons[verdict]}
                  onChange={(change) =>
                    onChange({ reasons: { ...reasons, [verdict]: { ...reasons[verdict], ...withReason(change) } } })
                  }
                />
              )}
            </div>
          )
        })}
      </FieldGroup>
    </>
  )
}
