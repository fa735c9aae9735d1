import { Button } from '@/components/button.tsx'

/** Looks for something in a list on the server; works before any script does. */
export function SearchForm({ action, label, search }: { action: string; label: string; search: string }) {
  return (
    <search>
      <form action={action} className="flex flex-wrap items-end gap-3">
        <div className="grid min-w-0 grow gap-1">
          <label htmlFor="search" className="font-semibold">
            {label}
          </label>
          <input
            id="search"
            name="search"
            type="search"
            defaultValue={search}
            autoComplete="off"
            className="min-h-11 w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-base text-ink"
          />
        </div>
        <Button type="submit" look="quiet">
          Search
        </Button>
      </form>
    </search>
  )
}
