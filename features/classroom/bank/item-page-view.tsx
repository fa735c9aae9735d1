import Link from 'next/link'
import { itemTypeNames } from '@/features/quiz/item-wording.ts'
import { readOwnItemId } from '@/features/quiz/own-items/own-item-id.ts'
import { FlagList } from '../flag-list.tsx'
import { Section } from '../section.tsx'
import { BankActions } from './bank-actions.tsx'
import { ItemEditor } from './editor/item-editor.tsx'
import { PreviewPane } from './editor/preview-pane.tsx'
import { SharePanel } from './editor/share-panel.tsx'
import type { EditorPage, Provenance } from './loaders.ts'

/** The form of an item, with what can be done with it beside changing it. */
export function ItemPageView({ page, place }: { page: EditorPage; place: string }) {
  const { id, kept, draft, copiedFrom, classes } = page
  const canChange = kept === null || kept.canChange
  return (
    <div className="mx-auto grid max-w-6xl gap-12">
      <header className="grid gap-1">
        <p className="text-sm text-muted">
          <Link href="/bank" prefetch={false} className="underline underline-offset-4 hover:text-accent">
            Question bank
          </Link>
        </p>
        <h1 className="text-3xl">
          {kept === null ? 'New question' : canChange ? 'Change a question' : 'A shared question'}
        </h1>
        <p className="text-muted">
          {itemTypeNames[draft.type]}
          {kept === null ? '' : `, version ${kept.version}`}
          {kept?.owner == null ? '' : `, shared by ${kept.owner}`}
        </p>
        {copiedFrom === null ? null : <ProvenanceLine {...copiedFrom} isKept={kept !== null} />}
      </header>
      {canChange ? (
        <ItemEditor key={place} page={page} place={place} />
      ) : (
        <div className="max-w-2xl">
          <PreviewPane draft={draft} missing={0} />
        </div>
      )}
      {kept === null ? null : (
        <div className="grid max-w-2xl gap-12">
          {kept.isOwn ? (
            <Section id="sharing" title="Sharing">
              <SharePanel id={id} classes={classes} shares={kept.shares} />
            </Section>
          ) : null}
          {kept.flags.length === 0 ? null : (
            <Section id="flags" title="What learners say of it">
              <FlagList flags={kept.flags} about={(itemId) => `version ${readOwnItemId(itemId)?.version}`} />
            </Section>
          )}
          <Section id="versions" title="Versions">
            <p className="text-muted">
              {kept.timesAsked === 0
                ? 'It has not been asked yet.'
                : `It has been asked ${kept.timesAsked === 1 ? 'once' : `${kept.timesAsked} times`}. Each attempt keeps the version it began with.`}
            </p>
            <ol className="grid gap-1">
              {kept.versions.map(({ sequence, version, by, createdAt }) => (
                <li key={sequence}>
                  Version {version}, <time dateTime={createdAt}>{dayText(createdAt)}</time>
                  {by === null ? '' : `, by ${by}`}
                </li>
              ))}
            </ol>
          </Section>
          <BankActions id={id} isOwn={kept.isOwn} isInUse={kept.isInUse} leavesFor="/bank" />
        </div>
      )}
    </div>
  )
}

function ProvenanceLine({ itemId, question, isOfCatalog, isChanged, isKept }: Provenance & { isKept: boolean }) {
  return (
    <p className="text-sm text-muted">
      {isKept ? 'After' : 'A copy of'} {isOfCatalog ? 'the catalog’s' : 'another question of a bank'}
      {isOfCatalog ? (question === null ? ` question ${itemId}` : ` “${question}” (${itemId})`) : ''}
      {isKept ? (isChanged && isOfCatalog ? ', changed.' : '.') : '. Change what you like.'}
    </p>
  )
}

/** "3 March 2026". */
function dayText(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
}
