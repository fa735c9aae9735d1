import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { itemTypeNames } from '@/features/quiz/item-wording.ts'
import { listText } from '../list-text.ts'
import { BankActions } from './bank-actions.tsx'
import { type BankFilter, noFolder } from './bank-filter.ts'
import { FilingForm } from './filing-form.tsx'
import type { BankEntry, BankPage, Named } from './loaders.ts'

/** One's own questions and those that one's classes share: to find, to file and to go on writing. */
export function BankView({ page }: { page: BankPage }) {
  const { entries, total, filter, folders } = page
  const isNarrowed = Object.values(filter).some((wanted) => wanted !== '')
  return (
    <div className="mx-auto grid max-w-4xl gap-8">
      <header className="grid gap-4">
        <div>
          <h1 className="text-3xl">Question bank</h1>
          <p className="mt-2 max-w-prose text-muted">
            Questions that you write yourself, and those that others share with a class you teach. Nobody else sees
            yours unless you share them or ask them.
          </p>
        </div>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/bank/new" prefetch={false}>
            New question
          </ButtonLink>
          <ButtonLink href="/bank/lessons" prefetch={false} look="quiet">
            Lessons of your own
          </ButtonLink>
        </div>
      </header>
      {total === 0 ? (
        <p>
          None yet. Write one from nothing, or make one of any fact in{' '}
          <Link href="/record" prefetch={false} className="text-accent underline underline-offset-4">
            the record
          </Link>
          .
        </p>
      ) : (
        <>
          <FilterForm page={page} />
          <section aria-labelledby="questions" className="grid gap-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 id="questions" className="text-2xl">
                {isNarrowed ? `${entries.length} of ${total}` : total === 1 ? 'One question' : `${total} questions`}
              </h2>
              {isNarrowed ? (
                <Link href="/bank" prefetch={false} className="text-sm text-accent underline underline-offset-4">
                  Show all
                </Link>
              ) : null}
            </div>
            {entries.length === 0 ? <p>No question fits all of this. Leave something out.</p> : null}
            <ul className="grid gap-4">
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} folders={folders} />
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  )
}

const shape = 'min-h-11 w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-base text-ink text-ellipsis'

/** A form that a browser sends by itself, so that what was looked for can be kept as an address. */
function FilterForm({ page: { filter, folders, tags, topics } }: { page: BankPage }) {
  const types = Object.entries(itemTypeNames).map(([id, name]) => ({ id, name }))
  const named = (names: readonly string[]): Named[] => names.map((name) => ({ id: name, name }))
  return (
    <search>
      <form action="/bank" className="grid grid-cols-2 items-end gap-4 sm:grid-cols-3">
        <div className="col-span-2 sm:col-span-1">
          <FilterField name="q" label="Search">
            <input id="filter-q" name="q" type="search" defaultValue={filter.q} className={shape} />
          </FilterField>
        </div>
        <FilterChoice
          name="folder"
          label="Folder"
          filter={filter}
          options={[...named(folders), { id: noFolder, name: 'In no folder' }]}
        />
        <FilterChoice name="tag" label="Tag" filter={filter} options={named(tags)} />
        <FilterChoice name="type" label="Kind" filter={filter} options={types} />
        <FilterChoice name="topic" label="Topic" filter={filter} options={topics} />
        <div>
          <Button type="submit" look="quiet">
            Show these
          </Button>
        </div>
      </form>
    </search>
  )
}

function FilterField({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={`filter-${name}`} className="text-sm font-semibold">
        {label}
      </label>
      {children}
    </div>
  )
}

function FilterChoice({
  name,
  label,
  filter,
  options,
}: {
  name: Exclude<keyof BankFilter, 'q'>
  label: string
  filter: BankFilter
  options: readonly Named[]
}) {
  return (
    <FilterField name={name} label={label}>
      <select id={`filter-${name}`} name={name} defaultValue={filter[name]} className={shape}>
        <option value="">Any</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </FilterField>
  )
}

function Entry({ entry, folders }: { entry: BankEntry; folders: readonly string[] }) {
  const { id, question, type, topics, filing, version, owner, isOwn, isCopy, sharedWith, timesAsked, flags, isInUse } =
    entry
  const named = `question-${id}`
  const marks = [
    itemTypeNames[type],
    `version ${version}`,
    filing.folder === '' ? null : `in ${filing.folder}`,
    filing.difficulty,
    isCopy ? 'a copy' : null,
    owner === null ? null : `shared by ${owner}`,
    isOwn && sharedWith.length > 0 ? `shared with ${listText(sharedWith)}` : null,
    timesAsked === 0 ? null : `asked ${timesAsked === 1 ? 'once' : `${timesAsked} times`}`,
    flags === 0 ? null : flags === 1 ? 'one comment by a learner' : `${flags} comments by learners`,
  ]
  return (
    <li className="grid gap-3 rounded-card border border-line bg-surface p-5">
      <div className="grid gap-1">
        <Link
          id={named}
          href={`/bank/${id}`}
          prefetch={false}
          className="font-serif text-lg leading-snug text-accent underline decoration-line underline-offset-4 wrap-anywhere hover:decoration-accent"
        >
          {question}
        </Link>
        <p className="text-sm text-muted">{marks.filter((mark) => mark !== null).join(', ')}</p>
        {topics.length === 0 ? null : <p className="text-sm text-muted">{topics.join(', ')}</p>}
        {filing.tags.length === 0 ? null : (
          <ul className="flex flex-wrap gap-2 text-sm">
            {filing.tags.map((tag) => (
              <li key={tag} className="rounded-lg bg-sunken px-2.5 py-0.5">
                {tag}
              </li>
            ))}
          </ul>
        )}
      </div>
      {isOwn ? <FilingForm id={id} filing={filing} folders={folders} describedBy={named} /> : null}
      <BankActions id={id} isOwn={isOwn} isInUse={isInUse} describedBy={named} />
    </li>
  )
}
