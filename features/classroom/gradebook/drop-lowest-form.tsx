'use client'

import { LabelledForm } from '@/components/labelled-form.tsx'
import { SendError, submit } from '@/lib/send.ts'

/** How many of each learner's lowest grades are left out of the total. */
export function DropLowestForm({
  classId,
  dropLowest,
  onKept,
}: {
  classId: string
  dropLowest: number
  onKept: () => void
}) {
  return (
    <div className="max-w-sm">
      <LabelledForm
        key={dropLowest}
        label="Totals"
        fields={[
          {
            name: 'count',
            label: 'Lowest grades to drop',
            hint: 'Of each learner’s total, from 0 to 20. One grade always counts.',
            inputMode: 'numeric',
            defaultValue: String(dropLowest),
          },
        ]}
        button="Keep"
        look="quiet"
        send={async ({ count }) => {
          if (!/^\d+$/.test(count.trim()) || Number(count) > 20) throw notANumber
          await submit('/api/classes/changes', { kind: 'drop-lowest', classId, count: Number(count) })
          onKept()
        }}
      />
    </div>
  )
}

const message = 'Lowest grades to drop: expected a whole number from 0 to 20.'
const notANumber = new SendError(message, 'no-number', false, [{ field: 'count', message }])
