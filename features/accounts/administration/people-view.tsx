import Link from 'next/link'
import { AdministrationFrame } from './administration-frame.tsx'
import { pageHref } from './list-asked.ts'
import type { PeoplePage, Person } from './loaders.ts'
import { PageLinks } from './page-links.tsx'
import { SearchForm } from './search-form.tsx'

/** Everybody with an account, to be looked for. */
export function PeopleView({ search, page, pages, total, people }: PeoplePage) {
  const found = total === 1 ? '1 account' : `${total.toLocaleString('en-GB')} accounts`
  return (
    <AdministrationFrame part="people" title="People" lead="Everybody with an account, by address.">
      <SearchForm action="/administration/people" label="Name or e-mail address" search={search} />
      <p role="status" className="text-muted">
        {search === '' ? `${found}.` : `${found} with “${search}”.`}
      </p>
      {people.length > 0 && (
        <ul className="grid gap-3">
          {people.map((person) => (
            <li key={person.id}>
              <PersonLink {...person} />
            </li>
          ))}
        </ul>
      )}
      <PageLinks page={page} pages={pages} hrefOf={(other) => pageHref('/administration/people', search, other)} />
    </AdministrationFrame>
  )
}

function PersonLink(person: Person) {
  const { id, name, email, createdOn, lastSeenOn } = person
  return (
    <Link
      href={`/administration/people/${id}`}
      prefetch={false}
      className="block rounded-card border border-line bg-surface px-5 py-4 no-underline hover:border-accent"
    >
      <span className="block font-semibold text-accent wrap-anywhere">{name}</span>
      <span className="block text-ink wrap-anywhere">{email}</span>
      <span className="mt-1 block text-sm text-muted">
        {[
          `Made on ${createdOn}`,
          lastSeenOn === null ? 'never seen' : `last seen on ${lastSeenOn}`,
          classesText(person),
          ...marksOf(person),
        ].join(' · ')}
      </span>
    </Link>
  )
}

function classesText({ classes }: Person): string {
  return classes === 1 ? 'in 1 class' : classes === 0 ? 'in no class' : `in ${classes} classes`
}

function marksOf({ isAdministrator, isEmailVerified, hasTwoSteps }: Person): string[] {
  return [
    isEmailVerified ? 'address confirmed' : 'address not confirmed',
    ...(hasTwoSteps ? ['two-step sign-in'] : []),
    ...(isAdministrator ? ['administrator'] : []),
  ]
}
