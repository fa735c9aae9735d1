'use client'

import type { ReviewMoment, ReviewOptions, ReviewPart } from '@/features/quiz/review-options.ts'

const parts: Readonly<Record<ReviewPart, string>> = {
  attempt: 'Their questions and answers',
  correctness: 'Whether each is right',
  marks: 'Points',
  'specific-feedback': 'Why a wrong choice is wrong',
  'general-feedback': 'Explanation and citations',
  'right-answer': 'The right answer',
  'overall-feedback': 'A sentence on the whole',
}

const moments: Readonly<Record<Exclude<ReviewMoment, 'during'>, { title: string; long: string }>> = {
  'immediately-after': { title: 'At once', long: 'within two minutes of handing in' },
  'later-while-open': { title: 'Later', long: 'later, while it is open' },
  'after-close': { title: 'Closed', long: 'after it has closed for the learner' },
}

const partIds = Object.keys(parts) as ReviewPart[]
const momentIds = Object.keys(moments) as (keyof typeof moments)[]

/** What learners see of an attempt once it has ended, by moment. */
export function ReviewTable({
  review,
  onChange,
}: {
  review: ReviewOptions
  onChange: (review: ReviewOptions) => void
}) {
  function turn(moment: ReviewMoment, part: ReviewPart, isShown: boolean) {
    const shown = new Set(review[moment])
    if (isShown) shown.add(part)
    else shown.delete(part)
    onChange({ ...review, [moment]: partIds.filter((one) => shown.has(one)) })
  }
  return (
    <table className="w-full text-left">
      <caption className="mb-2 text-left text-sm text-muted">
        At once is within two minutes of handing in, later is while it is open, and closed is once it has closed for the
        learner. What is not ticked is kept back.
      </caption>
      <thead>
        <tr className="border-line border-b text-sm">
          <th scope="col" className="py-2 pr-3 font-semibold">
            What they see
          </th>
          {momentIds.map((moment) => (
            <th key={moment} scope="col" className="w-16 px-1 py-2 text-center font-semibold">
              {moments[moment].title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {partIds.map((part) => (
          <tr key={part} className="border-line border-b">
            <th scope="row" className="py-1 pr-3 font-normal">
              {parts[part]}
            </th>
            {momentIds.map((moment) => (
              <td key={moment} className="px-1 text-center">
                <label className="grid min-h-11 cursor-pointer place-items-center">
                  <span className="sr-only">
                    {parts[part]}, {moments[moment].long}
                  </span>
                  <input
                    type="checkbox"
                    checked={review[moment].includes(part)}
                    onChange={(event) => turn(moment, part, event.target.checked)}
                    className="size-5"
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
