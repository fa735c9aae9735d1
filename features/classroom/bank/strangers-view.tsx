import { ButtonLink } from '@/components/button.tsx'

/** The bank, for whoever is not signed in. */
export function StrangersView({ to }: { to: string }) {
  const back = `?to=${encodeURIComponent(to)}`
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <header>
        <h1 className="text-3xl">Question bank</h1>
        <p className="mt-2 text-muted">
          Questions that you write yourself, of every kind, to ask those whom you teach.
        </p>
      </header>
      <p>To keep questions of your own you need an account.</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/sign-up${back}`} prefetch={false}>
          Make an account
        </ButtonLink>
        <ButtonLink href={`/sign-in${back}`} prefetch={false} look="quiet">
          Sign in
        </ButtonLink>
      </div>
    </div>
  )
}
