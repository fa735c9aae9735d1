import Link from 'next/link'
import { QrImage } from '@/components/qr-image.tsx'
import type { ClassCard } from './loaders.ts'
import { PrintButton } from './print-button.tsx'

/** How to join a class, on one sheet: for the wall, the beamer or the printer. */
export function ClassCardView({ card: { id, name, wayIn } }: { card: ClassCard }) {
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <p className="text-sm">
          <Link href={`/classes/${id}`} prefetch={false} className="underline underline-offset-4 hover:text-accent">
            Back to the class
          </Link>
        </p>
        {wayIn !== null && <PrintButton />}
      </div>
      {wayIn === null ? (
        <p>The class is closed, so there is no code to print. A teacher can open it.</p>
      ) : (
        <article className="mx-auto grid w-full max-w-xl justify-items-center gap-6 rounded-card border border-line bg-surface p-6 text-center sm:p-10">
          <div>
            <p className="text-muted">Join on Rapporteur</p>
            <h1 className="mt-1 text-4xl wrap-anywhere">{name}</h1>
          </div>
          <QrImage
            picture={wayIn.picture}
            label="The link as a picture, for the camera of a phone"
            className="w-full max-w-72 rounded-lg"
          />
          <p className="grid gap-1">
            <span className="text-muted">Or open this page:</span>
            <span className="font-semibold wrap-anywhere">{wayIn.link}</span>
          </p>
          <p className="grid gap-1">
            <span className="text-muted">The code</span>
            <span className="text-3xl font-semibold tracking-wider tabular-nums">{wayIn.code}</span>
          </p>
        </article>
      )}
    </div>
  )
}
