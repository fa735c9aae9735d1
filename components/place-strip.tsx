/**
 * A paragraph without its words: each sentence a bar as long as its word count, the cited one marked.
 * It shows at a glance where in the text, and in how much of it, a statement rests.
 */
export function PlaceStrip({ sentenceWords, cited }: { sentenceWords: readonly number[]; cited: number }) {
  const total = sentenceWords.reduce((sum, words) => sum + words, 0)
  return (
    <span
      role="img"
      aria-label={`Sentence ${cited + 1} of ${sentenceWords.length} in its paragraph, ${sentenceWords[cited]} words`}
      className="flex h-2.5 w-full max-w-72 gap-0.5"
    >
      {sentenceWords.map((words, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no identity but their place
          key={index}
          style={{ flexGrow: words / total }}
          className={`min-w-1 rounded-xs ${index === cited ? 'bg-marker' : 'bg-line'}`}
        />
      ))}
    </span>
  )
}
