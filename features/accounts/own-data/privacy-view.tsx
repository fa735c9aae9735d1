import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { deletionText, holdings } from '../privacy.ts'

/** What is held on people, why and how long: the declarations, as a page. */
export function PrivacyView() {
  return (
    <article className="mx-auto grid max-w-2xl gap-10">
      <header>
        <h1 className="text-4xl">What we keep of you</h1>
        <p className="mt-3 text-lg text-muted">
          As little as the app needs to teach you. No advertising, no tracking, nobody else: pages load nothing from
          other servers and tell them nothing.
        </p>
        <ButtonLink href="/privacy/your-data" look="quiet" className="mt-6">
          See, download or delete yours
        </ButtonLink>
      </header>
      <Part id="server" title="On the server">
        <p>
          Nothing until you give your first answer. From then on what is listed here. Unless it says otherwise, it is
          kept until you delete it, or have not been here for two years without an account, and is deleted then.
        </p>
        <dl className="divide-y divide-line border-line border-y">
          {holdings.map((holding) => (
            <div key={holding.model} className="py-4">
              <dt className="font-semibold">{holding.title}</dt>
              <dd className="mt-1">{holding.why}</dd>
              {holding.onDeletion.kind === 'removed' ? null : (
                <dd className="mt-1 text-muted">
                  {holding.howLong} When you delete your data: {lowered(deletionText(holding))}
                </dd>
              )}
              <dd className="mt-2">
                <details>
                  <summary className="cursor-pointer text-sm text-muted">What exactly</summary>
                  <ul className="mt-2 list-disc pl-5 text-sm">
                    {Object.entries(holding.columns).map(([column, what]) => (
                      <li key={column}>{what}</li>
                    ))}
                  </ul>
                </details>
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part id="browser" title="In your browser">
        <p>
          One cookie that says which learner you are, set with your first answer; it is needed for that and nothing
          else. Answers that could not be sent yet wait in the browser’s own storage until the server has them.
        </p>
      </Part>
      <Part id="who" title="Who sees it">
        <p>
          You, and whoever runs this site, who can read its database and keeps copies of it for the case that it breaks.
          A copy that was made before you deleted your data still has it, until that copy is thrown away.
        </p>
      </Part>
      <Part id="unused" title="When you stay away">
        <p>
          What is kept of somebody without an account is deleted two years after they last did anything, unless whoever
          runs this site has set another time. The cookie that leads to it has long expired by then.
        </p>
      </Part>
    </article>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
