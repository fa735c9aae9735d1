import { ButtonLink } from '@/components/button.tsx'
import { CitationLink } from '@/features/catalog/citation-view.tsx'
import type { PublicItem } from './item.ts'
import type { AttemptView, KeptAnswer } from './loaders.ts'

/** What a quiz showed: the score, then every item with its answer, the reason and the place. */
export function ResultView({ attempt, lessonTitle }: { attempt: AttemptView; lessonTitle: string }) {
  const { items, answers, lessonId } = attempt
  const points = answers.reduce((sum, { feedback }) => sum + feedback.score, 0)
  const open = items.length - answers.length
  return (
    <div className="grid gap-8">
      <header>
        <p className="text-sm text-muted">Quiz on “{lessonTitle}”</p>
        <h1 className="mt-1 text-4xl">
          {points} of {items.length} right
        </h1>
        <p className="mt-2 text-muted">
          {open > 0
            ? `${open} ${open === 1 ? 'question is' : 'questions are'} still open; what you answered is saved.`
            : points === items.length
              ? 'All of it. The cards will keep it fresh.'
              : 'Look at what went wrong below; the cards will bring it back.'}
        </p>
        <div className="mt-5 flex flex-col gap-3 sm:flex-row">
          {open > 0 ? <ButtonLink href={`/quiz/${lessonId}`}>Go on with the quiz</ButtonLink> : null}
          <ButtonLink look={open > 0 ? 'quiet' : 'primary'} href={`/review/${lessonId}`}>
            Review the cards
          </ButtonLink>
          {open > 0 ? null : (
            <ButtonLink look="quiet" href={`/quiz/${lessonId}`}>
              Another ten questions
            </ButtonLink>
          )}
        </div>
      </header>
      <ol className="grid gap-4">
        {items.map((item, index) => {
          const answer = answers.find(({ itemId }) => itemId === item.id)
          return answer === undefined ? null : (
            <li key={item.id}>
              <ResultItem number={index + 1} item={item} answer={answer} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function ResultItem({ number, item, answer }: { number: number; item: PublicItem; answer: KeptAnswer }) {
  const { feedback } = answer
  const isRight = feedback.score === 1
  const labels = new Map(item.options.map((option) => [option.id, 'text' in option ? option.text : option.name]))
  const chosen = Object.values(answer.response as Record<string, string>)[0] ?? ''
  const question = item.type === 'single-choice' ? item.stem : `“${item.words}” (on ${item.about})`
  return (
    <article className={`rounded-card border bg-surface p-5 ${isRight ? 'border-line' : 'border-incorrect'}`}>
      <p className={`text-sm font-semibold ${isRight ? 'text-correct' : 'text-incorrect'}`}>
        {number}. {isRight ? '✓ Right' : '✗ Not right'}
      </p>
      <h2 className="mt-1 text-lg">{question}</h2>
      <dl className="mt-3 grid gap-2 text-sm">
        <div>
          <dt className="inline text-muted">You chose: </dt>
          <dd className="inline">{labels.get(chosen)}</dd>
        </div>
        {isRight ? null : (
          <>
            <div>
              <dt className="inline text-muted">Why not: </dt>
              <dd className="inline">{feedback.reasons.find(({ optionId }) => optionId === chosen)?.because}</dd>
            </div>
            <div>
              <dt className="inline text-muted">Right: </dt>
              <dd className="inline font-semibold">{feedback.keyOptionIds.map((id) => labels.get(id)).join(', ')}</dd>
            </div>
          </>
        )}
      </dl>
      <p className="mt-3 font-serif text-lg leading-snug">{feedback.explanation}</p>
      <p className="mt-2 flex flex-wrap gap-x-3 text-sm">
        {feedback.citations.map((citation) => (
          <CitationLink key={citation.locator} citation={citation} />
        ))}
      </p>
    </article>
  )
}
