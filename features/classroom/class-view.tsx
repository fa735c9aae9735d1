import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { ClassSettings } from './class-settings.tsx'
import { FirstSteps } from './first-steps.tsx'
import { GroupList } from './group-list.tsx'
import { LeaveButton } from './leave-button.tsx'
import { listText } from './list-text.ts'
import type { LearnersClass, TaughtClass } from './loaders.ts'
import { RosterList } from './roster-list.tsx'
import { Section } from './section.tsx'
import { WayInPanel } from './way-in-panel.tsx'

/** A class, as whoever asks may see it. */
export function ClassView({
  shown,
  assignments,
}: {
  shown: LearnersClass | TaughtClass
  /** What the class is assigned. */
  assignments: ReactNode
}) {
  return (
    <div className="mx-auto grid max-w-2xl gap-12">
      <header className="grid gap-4">
        <div>
          <p className="text-sm text-muted">
            <Link href="/classes" prefetch={false} className="underline underline-offset-4 hover:text-accent">
              Classes
            </Link>
          </p>
          <h1 className="mt-1 text-3xl wrap-anywhere">{shown.name}</h1>
        </div>
        {shown.isArchived && <Notice>This class is archived: it is kept to be read, and takes no changes.</Notice>}
      </header>
      {shown.kind === 'learner' ? (
        <>
          {assignments}
          <ForLearner {...shown} />
        </>
      ) : (
        <ForTeacher shown={shown} assignments={assignments} />
      )}
    </div>
  )
}

function ForLearner({ id, name, staff, groups }: LearnersClass) {
  const named = (role: 'teacher' | 'assistant') => staff.filter((one) => one.role === role).map((one) => one.name)
  const assistants = named('assistant')
  return (
    <>
      <dl className="grid gap-4">
        <Fact name="Taught by">{listText(named('teacher'))}</Fact>
        {assistants.length > 0 && <Fact name="Assisted by">{listText(assistants)}</Fact>}
        {groups.length > 0 && <Fact name={groups.length === 1 ? 'Your group' : 'Your groups'}>{listText(groups)}</Fact>}
      </dl>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="quiet" href={`/classes/${id}/grades`} prefetch={false}>
          Your grades
        </ButtonLink>
      </div>
      <div>
        <LeaveButton classId={id} name={name} />
      </div>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}

function ForTeacher({ shown, assignments }: { shown: TaughtClass; assignments: ReactNode }) {
  const { id, name, roster, groups, isArchived, canEdit, canManageMembers, canLeave, canReadGradebook } = shown
  const hasLearners = roster.some(({ role }) => role === 'learner')
  return (
    <>
      {canReadGradebook && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink look="quiet" href={`/classes/${id}/gradebook`} prefetch={false}>
            Gradebook
          </ButtonLink>
          <ButtonLink look="quiet" href={`/classes/${id}/insight`} prefetch={false}>
            How the class does
          </ButtonLink>
        </div>
      )}
      {!isArchived && !hasLearners && <FirstSteps {...shown} />}
      {assignments}
      {!isArchived && (
        <Section id="way-in" title="How to join">
          <WayInPanel {...shown} />
        </Section>
      )}
      <Section id="roster" title="People">
        <RosterList {...shown} />
        {canManageMembers && (
          <div>
            <ButtonLink href={`/classes/${id}/invite`} prefetch={false} look="quiet">
              Invite people
            </ButtonLink>
          </div>
        )}
      </Section>
      {(hasLearners || groups.length > 0) && (
        <Section id="groups" title="Groups">
          <GroupList {...shown} />
        </Section>
      )}
      {canEdit && (
        <Section id="settings" title="The class itself">
          <ClassSettings {...shown} />
        </Section>
      )}
      {canLeave && (
        <div>
          <LeaveButton classId={id} name={name} />
        </div>
      )}
    </>
  )
}
