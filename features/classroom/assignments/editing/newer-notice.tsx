import Link from 'next/link'
import { Notice } from '@/components/notice.tsx'

/** Tells those who assign that a question has a newer version than the one that is asked, and what can be done about it. */
export function NewerNotice({
  classId,
  assignmentId,
  newer,
  isBegun,
}: {
  classId: string
  assignmentId: string
  /** Which questions these are, in a sentence. */
  newer: string
  isBegun: boolean
}) {
  const [href, link] = isBegun
    ? [`/classes/${classId}/gradebook/${assignmentId}`, 'Grade answers anew']
    : [`/classes/${classId}/assignments/${assignmentId}/edit`, 'See it and take it']
  return (
    <Notice>
      {newer}{' '}
      {isBegun &&
        'Learners have begun, so what they are asked stays; what they answered can be graded anew by the newer version. '}
      <Link href={href} prefetch={false} className="font-semibold underline underline-offset-4 hover:text-accent">
        {link}
      </Link>
    </Notice>
  )
}
