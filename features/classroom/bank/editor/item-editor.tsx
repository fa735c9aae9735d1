'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, startTransition, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import type { BankChange } from '../actions.ts'
import { type Draft, itemOf } from '../draft.ts'
import { problemsIn } from '../draft-problems.ts'
import type { EditorPage } from '../loaders.ts'
import type { Kept } from '../mutations.ts'
import { ProseField, TickField } from './fields.tsx'
import { FilingFields, filingDraft, filingOf } from './filing-fields.tsx'
import { fieldId, ItemFormContext } from './form-context.tsx'
import { type Typed, useKeptDraft } from './kept-draft.tsx'
import { KindFields } from './kind-fields.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { RestsOnFields } from './rests-on-fields.tsx'

/**
 * Writes an item of any kind, and shows beside it how learners will see it.
 *
 * @param props.place which item it is, for what is typed to be found again
 */
export function ItemEditor({ page, place }: { page: EditorPage; place: string }) {
  const { kept, copiedFrom, topics, folders } = page
  const router = useRouter()
  const isMade = useSearchParams().has('made')
  const { typed, isUnsaved, restored, change, settle, discard } = useKeptDraft(place, typedOf(page))
  const { draft, filing, asksOtherwise, facts } = typed
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [told, setTold] = useState<{ text: string; isProblem: boolean } | null>(
    isMade ? { text: 'Kept in your bank.', isProblem: false } : null,
  )
  useEffect(() => {
    // Said once.
    if (isMade) window.history.replaceState(null, '', window.location.pathname)
  }, [isMade])
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (told !== null) notice.current?.focus()
  }, [told])

  const problems = problemsIn(draft)
  const write = (changed: Partial<Draft>) => change({ draft: { ...draft, ...changed } as Draft })

  async function keep(event: FormEvent) {
    event.preventDefault()
    if (isSending) return
    setTried(true)
    setTold(null)
    const [first] = problems
    if (first !== undefined) {
      document.getElementById(fieldId(first.field))?.focus()
      return
    }
    setSending(true)
    try {
      const answer = await submit<Kept>('/api/bank', changeOf(page, typed))
      if (kept === null) {
        settle(typed)
        router.push(`/bank/${typed.id}?made`)
        return
      }
      settle({ ...typed, asksOtherwise: false, basedOn: answer.sequence })
      setTried(false)
      startTransition(() => {
        router.refresh()
        setTold({ text: keptText(answer), isProblem: false })
      })
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setTold({ text: error.message, isProblem: true })
    } finally {
      setSending(false)
    }
  }

  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <ItemFormContext problems={problems} isTried={isTried} citations={page.citations}>
        <form noValidate aria-label="Question" onSubmit={keep} className="grid min-w-0 gap-6">
          {restored === null ? null : (
            <Notice>
              <p>
                This is as you left it here, and not saved yet.
                {restored.isOvertaken
                  ? ' It has been changed since, here or by somebody else: keeping yours puts it in the place of that.'
                  : ''}
              </p>
              <Button look="quiet" className="mt-3" onClick={discard}>
                {kept === null ? 'Begin anew' : 'Go back to what is saved'}
              </Button>
            </Notice>
          )}
          <KindFields draft={draft} onChange={write} />
          <ProseField
            field="explanation"
            label="Explanation"
            hint="Why the answer is right. Everybody reads it after answering."
            value={draft.explanation}
            onType={(explanation) => write({ explanation })}
          />
          <RestsOnFields
            draft={draft}
            facts={facts}
            allTopics={topics}
            onChange={(changed) => write(changed as Partial<Draft>)}
            onFact={(fact) => change({ facts: [...facts.filter(({ id }) => id !== fact.id), fact] })}
          />
          {kept === null || kept.isOwn ? (
            <FilingFields
              filing={filing}
              folders={folders}
              onChange={(changed) => change({ filing: { ...filing, ...changed } })}
            />
          ) : null}
          {kept === null ? null : (
            <TickField
              field="asks otherwise"
              label="It asks something else now, so that it is a new version even if only words have changed"
              isTicked={asksOtherwise}
              onTick={(isTicked) => change({ asksOtherwise: isTicked })}
            />
          )}
          {isTried && problems.length > 0 ? (
            <Notice tone="problem">
              {problems.length === 1 ? 'One thing is' : `${problems.length} things are`} still to be done. Each is said
              where it is.
            </Notice>
          ) : null}
          {told === null ? null : (
            <div ref={notice} tabIndex={-1} className="outline-none">
              <Notice tone={told.isProblem ? 'problem' : 'plain'}>
                {told.isProblem ? <strong className="font-semibold">Not kept yet. </strong> : null}
                {told.text}
              </Notice>
            </div>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button type="submit" aria-disabled={isSending}>
              {isSending ? 'Keeping…' : 'Keep it'}
            </Button>
            <p className="text-sm text-muted">
              {isUnsaved ? 'Not saved yet. What you type stays in this browser.' : kept === null ? '' : 'Saved.'}
            </p>
          </div>
          {copiedFrom !== null && kept === null ? (
            <p className="text-sm text-muted">
              It will be a question of your own. The one it is copied from stays as it is.
            </p>
          ) : null}
        </form>
      </ItemFormContext>
      <PreviewPane draft={draft} missing={problems.length} />
    </div>
  )
}

function typedOf({ id, kept, draft, filing, facts }: EditorPage): Typed {
  return {
    id,
    draft,
    filing: filingDraft(filing),
    asksOtherwise: false,
    basedOn: kept?.sequence ?? null,
    facts,
  }
}

function changeOf({ kept, copiedFrom }: EditorPage, { id, draft, filing, asksOtherwise, basedOn }: Typed): BankChange {
  const item = itemOf(draft, { id: '', revision: '' })
  const filed = filingOf(filing)
  if (kept === null) {
    const from = copiedFrom === null ? null : { itemId: copiedFrom.itemId, revision: copiedFrom.revision }
    return { kind: 'create', id, item, filing: filed, copiedFrom: from }
  }
  return {
    kind: 'change',
    id,
    item,
    basedOn: basedOn ?? kept.sequence,
    asksOtherwise,
    filing: kept.isOwn ? filed : null,
  }
}

function keptText({ version, change }: Kept): string {
  switch (change) {
    case 'none':
      return 'Kept. What it asks is as it was.'
    case 'wording':
      return `Kept. Only words have changed, so that it is still version ${version}.`
    case 'answer':
      return `Kept as version ${version}. Whoever was asked an earlier one keeps that.`
  }
}
