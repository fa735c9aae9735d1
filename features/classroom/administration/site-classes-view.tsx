import Link from 'next/link'
import { AdministrationFrame } from '@/features/accounts/administration/administration-frame.tsx'
import { pageHref } from '@/features/accounts/administration/list-asked.ts'
import { PageLinks } from '@/features/accounts/administration/page-links.tsx'
import { SearchForm } from '@/features/accounts/administration/search-form.tsx'
import { listText } from '../list-text.ts'
import type { SiteClass, SiteClassesPage } from './loaders.ts'
import { TeacherForm } from './teacher-form.tsx'

/** Every class, with who teaches it. */
export function SiteClassesView({ search, page, pages, total, classes }: SiteClassesPage) {
  const found = total === 1 ? '1 class' : `${total.toLocaleString('en-GB')} classes`
  return (
    <AdministrationFrame
      part="classes"
      title="Classes"
      lead="Every class, those first that nobody teaches. What its learners have answered is not shown."
    >
      <SearchForm action="/administration/classes" label="Name of the class" search={search} />
      <p role="status" className="text-muted">
        {search === '' ? `${found}.` : `${found} with “${search}”.`}
      </p>
      {classes.length > 0 && (
        <ul className="grid gap-3">
          {classes.map((one) => (
            <li key={one.id} className="grid gap-2 rounded-card border border-line bg-surface px-5 py-4">
              <ClassFace {...one} />
              <details>
                <summary className="min-h-11 content-center text-muted">
                  Give it a teacher<span className="sr-only">: {one.name}</span>
                </summary>
                <div className="mt-2">
                  <TeacherForm classId={one.id} name={one.name} />
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
      <PageLinks page={page} pages={pages} hrefOf={(other) => pageHref('/administration/classes', search, other)} />
    </AdministrationFrame>
  )
}

function ClassFace({ id, name, teachers, learners, createdOn, isArchived }: SiteClass) {
  const size = learners === 1 ? '1 learner' : `${learners} learners`
  return (
    <div>
      <Link
        href={`/classes/${id}`}
        prefetch={false}
        className="font-serif text-lg font-semibold text-accent wrap-anywhere"
      >
        {name}
      </Link>
      <p className="wrap-anywhere">
        {teachers.length === 0 ? (
          <strong className="text-incorrect">Nobody teaches it.</strong>
        ) : (
          `Taught by ${listText(teachers)}`
        )}
      </p>
      <p className="text-sm text-muted">
        {[size, `made on ${createdOn}`, ...(isArchived ? ['archived'] : [])].join(' · ')}
      </p>
    </div>
  )
}
