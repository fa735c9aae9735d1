'use client'

import type { Difficulty } from '@/features/quiz/difficulty.ts'
import type { Filing } from '../filing.ts'
import { ChoiceField, ShortField } from './fields.tsx'

/** Where an item is filed, as it is typed. */
export interface FilingDraft {
  folder: string
  /** With commas between. */
  tags: string
  difficulty: Difficulty | ''
}

export function filingDraft({ folder, tags, difficulty }: Filing): FilingDraft {
  return { folder, tags: tags.join(', '), difficulty: difficulty ?? '' }
}

export function filingOf({ folder, tags, difficulty }: FilingDraft): Filing {
  return { folder, tags: tags.split(','), difficulty: difficulty === '' ? null : difficulty }
}

const difficulties = [
  { id: 'easy', name: 'Easy' },
  { id: 'medium', name: 'Medium' },
  { id: 'hard', name: 'Hard' },
]

/** Where its owner files an item. */
export function FilingFields({
  filing,
  folders,
  onChange,
}: {
  filing: FilingDraft
  /** Those there are. */
  folders: readonly string[]
  onChange: (change: Partial<FilingDraft>) => void
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ShortField
        field="folder"
        label="Folder"
        suggestions={folders}
        value={filing.folder}
        onType={(folder) => onChange({ folder })}
      />
      <ChoiceField
        field="difficulty"
        label="Difficulty"
        empty="Not judged"
        options={difficulties}
        value={filing.difficulty}
        onType={(difficulty) => onChange({ difficulty: difficulty as Difficulty | '' })}
      />
      <div className="sm:col-span-2">
        <ShortField
          field="tags"
          label="Tags"
          hint="With commas between them."
          value={filing.tags}
          onType={(tags) => onChange({ tags })}
        />
      </div>
    </div>
  )
}
