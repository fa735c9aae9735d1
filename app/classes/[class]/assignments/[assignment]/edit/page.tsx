import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EditorView } from '@/features/classroom/assignments/editing/editor-view.tsx'
import { loadEditor } from '@/features/classroom/assignments/editing/loaders.ts'

export const metadata: Metadata = { title: 'Change the assignment', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string; assignment: string }> }) {
  const { class: classId, assignment } = await params
  const editor = await loadEditor(classId, assignment)
  if (editor === null) notFound()
  return <EditorView editor={editor} />
}
