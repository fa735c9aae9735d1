import Link from 'next/link'
import { AssignmentForm } from './assignment-form.tsx'
import type { AssignmentEditor } from './loaders.ts'

/** The page on which an assignment is made or changed. */
export function EditorView({ editor }: { editor: AssignmentEditor }) {
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <header>
        <p className="text-sm text-muted">
          <Link
            href={`/classes/${editor.class.id}`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent"
          >
            {editor.class.name}
          </Link>
        </p>
        <h1 className="mt-1 text-3xl">{editor.id === null ? 'New assignment' : 'Change the assignment'}</h1>
      </header>
      <AssignmentForm editor={editor} />
    </div>
  )
}
