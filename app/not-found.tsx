import { ButtonLink } from '@/components/button.tsx'

export const metadata = { title: 'Not in the record' }

export default function NotFound() {
  return (
    <div className="mx-auto max-w-xl text-center">
      <h1 className="text-4xl">Not in the record</h1>
      <p className="mt-3 text-muted">
        There is nothing at this address. It may have been mistyped, or it is not yours.
      </p>
      <ButtonLink href="/" className="mt-6">
        To the front page
      </ButtonLink>
    </div>
  )
}
