import Link from 'next/link'
import { ButtonLink } from '@/components/button.tsx'
import { ClassForm } from './class-form.tsx'
import type { OwnInvitations } from './invitations/loaders.ts'
import { OwnInvitationList } from './invitations/own-invitations.tsx'
import { JoinForm } from './join-form.tsx'
import type { OwnClass, OwnClasses } from './loaders.ts'
import { roleNames } from './roster.ts'
import { Section } from './section.tsx'

/** The classes that somebody teaches or learns in, with the ways to another. */
export function OwnClassesView({ own, invited }: { own: OwnClasses | null; invited: OwnInvitations | null }) {
  return (
    <div className="mx-auto grid max-w-2xl gap-12">
      <header>
        <h1 className="text-3xl">Classes</h1>
        <p className="mt-2 text-muted">For learning together: a teacher makes one, and learners join it by a code.</p>
      </header>
      {invited !== null && <Invited {...invited} />}
      {own === null ? <Strangers /> : <Own {...own} />}
    </div>
  )
}

function Invited({ invitations, isToVerify }: OwnInvitations) {
  if (isToVerify) {
    return (
      <p className="text-muted">
        If a teacher has invited your address,{' '}
        <Link href="/account" prefetch={false} className="text-accent underline underline-offset-4">
          confirm it
        </Link>{' '}
        and the invitation shows here.
      </p>
    )
  }
  if (invitations.length === 0) return null
  return (
    <Section id="invited" title={invitations.length === 1 ? 'You are invited' : 'Your invitations'}>
      <OwnInvitationList invitations={invitations} />
    </Section>
  )
}

function Strangers() {
  return (
    <>
      <div className="grid gap-4">
        <p>To be in a class you need an account. What you have learned in this browser comes along.</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/sign-up?to=/classes" prefetch={false}>
            Make an account
          </ButtonLink>
          <ButtonLink href="/sign-in?to=/classes" prefetch={false} look="quiet">
            Sign in
          </ButtonLink>
        </div>
      </div>
      <Section id="join" title="I have a code">
        <JoinForm />
      </Section>
    </>
  )
}

function Own({ classes, timeZone, timeZones }: OwnClasses) {
  const current = classes.filter(({ isArchived }) => !isArchived)
  const parts = [
    { id: 'taught', title: 'You teach', classes: current.filter(({ role }) => role !== 'learner') },
    { id: 'joined', title: 'You learn in', classes: current.filter(({ role }) => role === 'learner') },
    { id: 'archived', title: 'Archived', classes: classes.filter(({ isArchived }) => isArchived) },
  ]
  return (
    <>
      {classes.length === 0 && <p>You are in no class yet. Join one by its code, or make one to teach.</p>}
      {parts.map((part) =>
        part.classes.length === 0 ? null : (
          <Section key={part.id} id={part.id} title={part.title}>
            <ul className="grid gap-3">
              {part.classes.map((one) => (
                <li key={one.id}>
                  <ClassLink {...one} />
                </li>
              ))}
            </ul>
          </Section>
        ),
      )}
      <p>
        <Link href="/bank" prefetch={false} className="text-accent underline underline-offset-4">
          Question bank
        </Link>{' '}
        <span className="text-muted">for questions that you write yourself.</span>
      </p>
      <Section id="join" title="Join a class">
        <JoinForm />
      </Section>
      <Section id="make" title="Make a class">
        <ClassForm timeZone={timeZone} timeZones={timeZones} />
      </Section>
    </>
  )
}

function ClassLink({ id, name, role, learners }: OwnClass) {
  const size = learners === 1 ? '1 learner' : `${learners} learners`
  return (
    <Link
      href={`/classes/${id}`}
      prefetch={false}
      className="block rounded-card border border-line bg-surface px-5 py-4 no-underline hover:border-accent"
    >
      <span className="block font-serif text-lg font-semibold text-accent wrap-anywhere">{name}</span>
      <span className="text-sm text-muted">{role === 'learner' ? roleNames[role] : `${roleNames[role]}, ${size}`}</span>
    </Link>
  )
}
