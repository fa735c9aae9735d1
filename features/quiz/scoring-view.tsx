import type { ReactNode } from 'react'
import { certainties, certaintyMark, certaintyNames } from './certainty.ts'
import type { ItemType } from './item.ts'
import { itemTypeNames } from './item-wording.ts'
import { pointsText } from './outcome.ts'
import { usualPenalty } from './penalties.ts'
import { markOfTries } from './tries.ts'

/** What an answer of each kind earns, of one point. The same rules stand in decision 9, with their reasons. */
const rules: Readonly<Record<ItemType, string>> = {
  'single-choice': 'One for the right option.',
  'multiple-response': 'The right options chosen less the wrong ones chosen, of all right ones; never below nothing.',
  'true-false': 'One for the right verdict. “Does not say” is a verdict of its own, not a way out.',
  numeric: 'One for the number, exactly unless the question allows a margin.',
  'short-answer': 'One for an accepted answer, also with a slip in its spelling.',
  matching: 'For each pair an equal part.',
  ordering: 'For each entry that comes directly after the right one an equal part.',
  cloze: 'For each gap an equal part: for the right option, or for an accepted answer.',
  categorising: 'For each entry in its place an equal part.',
  'quote-attribution': 'One for the speaker.',
}

/** How answers are scored, on one page, for whoever is scored by it. */
export function ScoringView() {
  return (
    <article className="mx-auto grid max-w-2xl gap-10">
      <header>
        <h1 className="text-4xl">How answers are scored</h1>
        <p className="mt-3 text-lg text-muted">Every question is worth one point. This is all there is to it.</p>
      </header>
      <Part id="kinds" title="What earns how much">
        <table className="w-full border-line border-y text-left">
          <thead className="sr-only">
            <tr>
              <th scope="col">Kind of question</th>
              <th scope="col">It earns</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {(Object.keys(rules) as ItemType[]).map((type) => (
              <tr key={type} className="align-top">
                <th scope="row" className="py-3 pr-5 font-semibold">
                  {itemTypeNames[type]}
                </th>
                <td className="py-3">{rules[type]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part id="not-whole" title="Not whole is not wrong">
        <p>
          An answer that leaves a gap or a pair open is not scored: the page says what is missing before it is sent. In
          a test, what is not whole when it is handed in counts as left open.
        </p>
      </Part>
      <Part id="typed" title="Typed answers">
        <p>
          Capitals, accents, punctuation and a leading article never matter. One letter may be off in words of five to
          eight letters, two in longer ones, but not in numbers and short forms, and not where it makes another answer
          of it. A slip is told, and not counted.
        </p>
      </Part>
      <Part id="tries" title="Trying again">
        <p>
          Where a question may be tried again until it is right, each try that was not fully right takes a part of the
          point off what a later try earns: a third, unless your teacher has set another. The try that earns most
          counts, and never less than nothing. With a third, right at the second try earns{' '}
          {pointsText(markOfTries([0, 1], usualPenalty))}, at the third{' '}
          {pointsText(markOfTries([0, 0, 1], usualPenalty))}. The same answer again is no other try, and one that is not
          whole is none.
        </p>
      </Part>
      <Part id="certainty" title="How sure you are">
        <p>
          Where you say how sure you are, that is marked beside the score, which it does not change. Saying what is true
          of yourself earns most.
        </p>
        <table className="mt-4 w-full border-line border-y text-left">
          <thead>
            <tr>
              <th scope="col" className="py-2 pr-5">
                You are
              </th>
              <th scope="col" className="py-2 pr-5 text-right">
                right
              </th>
              <th scope="col" className="py-2 text-right">
                wrong
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {certainties.map((certainty) => (
              <tr key={certainty}>
                <th scope="row" className="py-2 pr-5 font-normal">
                  {certaintyNames[certainty]}
                </th>
                <td className="py-2 pr-5 text-right tabular-nums">+{certaintyMark(1, certainty)}</td>
                <td className="py-2 text-right tabular-nums">
                  {String(certaintyMark(0, certainty)).replace('-', '−')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part id="cards" title="What it does to your cards">
        <p>
          A wrong answer brings the cards of its fact back to your reviews. A right one lets them wait longer, unless
          you were guessing or have seen the card within a day. Of several tries the first one counts here. Only cards
          that you have learned are moved, and one press on the result leaves them as they were.
        </p>
      </Part>
    </article>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-2xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
