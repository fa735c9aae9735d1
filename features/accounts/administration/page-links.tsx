import { ButtonLink } from '@/components/button.tsx'

/** The ways to the pages of a list before and after this one. */
export function PageLinks({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  if (pages === 1) return null
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3">
      {page > 1 && (
        <ButtonLink look="quiet" href={hrefOf(page - 1)} prefetch={false}>
          Previous page
        </ButtonLink>
      )}
      {page < pages && (
        <ButtonLink look="quiet" href={hrefOf(page + 1)} prefetch={false}>
          Next page
        </ButtonLink>
      )}
      <p className="text-sm text-muted">
        Page {page} of {pages}
      </p>
    </nav>
  )
}
