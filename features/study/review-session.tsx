'use client'

import Link from 'next/link'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { type SendError, send } from '@/lib/send.ts'
import { cardInfo } from './card-info.ts'
import { type CardCommand, CardMenu, commandOfKey, InfoDialog, NoteDialog, OptionsDialog } from './card-menu.tsx'
import { CardOnTable } from './card-on-table.tsx'
import type { DeckName } from './deck.ts'
import type { CardDecision } from './deed.ts'
import type { Rating } from './schedule.ts'
import { afterDeeds, gradesOf, mostSetAside } from './session.ts'
import { Counts, LeechNotice, NoCard, NotSent } from './session-notices.tsx'
import type { StudySettings } from './settings.ts'
import { isLeechAt } from './standing.ts'
import { useSession } from './use-session.tsx'

/** Where this device remembers that answers are typed. */
const typingKey = 'rapporteur.typed-answers'
const relearning = 3

/** What can be taken back. */
type Done =
  | { kind: 'review'; deedId: string; cardId: string }
  | { kind: 'decision'; deedId: string; cardId: string; inverse: CardDecision }

/**
 * A session with the cards of a deck. Keys are Anki's: Space or Enter shows the answer and then grades Good, 1 to 4 grade,
 * u takes back what was done last, and the commands of the menu have keys of their own.
 */
export function ReviewSession({ deck }: { deck: DeckName }) {
  const { session, queue, error, isFromStore, waiting, act, reload, now } = useSession(deck)
  /** The card that lies on the table goes on lying there until something is done with it. */
  const [heldId, setHeldId] = useState<string | null>(null)
  /** Rises with every card that is put on the table, the same one again included. */
  const [turn, setTurn] = useState(0)
  const [isRevealed, setRevealed] = useState(false)
  const [history, setHistory] = useState<Done[]>([])
  const [leechId, setLeechId] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'note' | 'info' | 'options' | null>(null)
  const [settingsError, setSettingsError] = useState<SendError | null>(null)
  const [isTyping, setTyping] = useState(false)
  useEffect(() => setTyping(localStorage.getItem(typingKey) === 'yes'), [])

  const held = session?.cards.find(({ id, isSetAside }) => id === heldId && !isSetAside)
  const card = held ?? queue?.next ?? null
  const cardId = card?.id ?? null
  const shownAt = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs anew with every turn
  useEffect(() => {
    setHeldId(cardId)
    setRevealed(false)
    shownAt.current = performance.now()
  }, [cardId, turn])

  /** Clears the table for a card, or for whichever comes next. */
  const deal = useCallback((id: string | null) => {
    setHeldId(id)
    setRevealed(false)
    setTurn((before) => before + 1)
  }, [])

  const grade = useCallback(
    (rating: Rating) => {
      if (card === null || session === null) return
      const durationMs = Math.round(performance.now() - shownAt.current)
      const deed = act({ kind: 'graded', cardId: card.id, rating, durationMs })
      const memory = afterDeeds(session, [deed]).cards.find(({ id }) => id === card.id)?.memory ?? null
      const isLeech = rating === 1 && memory?.phase === relearning && isLeechAt(memory.lapses)
      setLeechId(isLeech ? card.id : null)
      setHistory((given) => [...given, { kind: 'review', deedId: deed.id, cardId: card.id }])
      deal(null)
    },
    [card, session, act, deal],
  )

  const decide = useCallback(
    (id: string, change: CardDecision, inverse?: CardDecision) => {
      const deed = act({ kind: 'decided', cardId: id, change })
      if (inverse !== undefined) {
        setHistory((given) => [...given, { kind: 'decision', deedId: deed.id, cardId: id, inverse }])
      }
      // A mark or a note leaves the card as it lies there.
      if ((change.kind === 'suspended' || change.kind === 'buried') && id === cardId) deal(null)
    },
    [act, deal, cardId],
  )

  const undo = useCallback(() => {
    const done = history.at(-1)
    if (done === undefined) return
    if (done.kind === 'review') act({ kind: 'undone', reviewId: done.deedId })
    else act({ kind: 'decided', cardId: done.cardId, change: done.inverse })
    setHistory((given) => given.slice(0, -1))
    setLeechId(null)
    deal(done.cardId)
  }, [history, act, deal])

  async function keep(settings: StudySettings, types: boolean) {
    localStorage.setItem(typingKey, types ? 'yes' : 'no')
    setSettingsError(null)
    try {
      await send('/api/study-settings', settings)
      await reload()
    } catch (failed) {
      setSettingsError(failed as SendError)
    }
  }

  const command = useCallback(
    (name: CardCommand) => {
      if (name === 'options') return setDialog('options')
      if (card === null) return
      if (name === 'note' || name === 'info') return setDialog(name)
      const { change, inverse } = decisionOf(name, card.isMarked)
      decide(card.id, change, inverse)
    },
    [card, decide],
  )

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const meant = intentOf(event)
      if (meant === null) return
      if (meant === 'undo') undo()
      else if (typeof meant === 'object') command(meant.command)
      else if (card === null) return
      else if (!isRevealed && meant === 'confirm') setRevealed(true)
      else if (isRevealed) grade(meant === 'confirm' ? 3 : meant)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [card, isRevealed, grade, undo, command])

  const grades = useMemo(
    () => (session === null || card === null || !isRevealed ? [] : gradesOf(session, card, now())),
    [session, card, isRevealed, now],
  )

  const problem = error ?? settingsError
  const problemNotice =
    problem === null ? null : (
      <Notice tone="problem">
        <p>{problem.message}</p>
        {error === null ? null : (
          <Button look="quiet" className="mt-3" onClick={() => void reload()}>
            Try again
          </Button>
        )}
      </Notice>
    )

  if (session === null || queue === null) return problemNotice ?? <p className="text-muted">Fetching your cards…</p>
  const leech = session.cards.find(({ id, isSetAside }) => id === leechId && !isSetAside)
  const setAside = session.setAside + session.cards.filter(({ isSetAside }) => isSetAside).length
  return (
    <div className="grid gap-5">
      <div className="flex items-center justify-between text-sm text-muted">
        <Counts left={queue.left} />
        <button
          type="button"
          onClick={undo}
          disabled={history.length === 0}
          className="min-h-11 px-2 underline underline-offset-4 disabled:no-underline disabled:opacity-50"
        >
          Undo
        </button>
      </div>
      <NotSent waiting={waiting} isFromStore={isFromStore} isOver={now() >= session.dayEndsAt} />
      {session.returning === null ? null : (
        <Notice>
          Welcome back after {session.returning.awayDays} days. Today begins with {session.returning.reviewLimit}{' '}
          reviews; the rest waits, what you are likeliest to have lost first.
        </Notice>
      )}
      {leech === undefined ? null : (
        <LeechNotice
          card={leech}
          onSuspend={() =>
            decide(leech.id, { kind: 'suspended', isSuspended: true }, { kind: 'suspended', isSuspended: false })
          }
        />
      )}
      {problemNotice}
      {card === null ? (
        <NoCard isEmptyDeck={session.isEmptyDeck} nextDueAt={queue.nextDueAt} now={now()} deck={deck} />
      ) : (
        <>
          <CardOnTable
            key={`${card.id} ${turn}`}
            card={card}
            grades={grades}
            isRevealed={isRevealed}
            isTyping={isTyping}
            onReveal={() => setRevealed(true)}
            onGrade={grade}
          />
          <CardMenu factId={card.factId} isMarked={card.isMarked} onCommand={command} />
        </>
      )}
      {setAside === 0 ? null : (
        <p className="text-sm text-muted">
          {setAside === 1
            ? 'One card is'
            : `${setAside >= mostSetAside ? `${mostSetAside} or more` : setAside} cards are`}{' '}
          set aside.{' '}
          <Link href="/review/aside" prefetch={false} className="underline underline-offset-4 hover:text-accent">
            See which
          </Link>
        </p>
      )}
      {dialog === 'options' ? (
        <OptionsDialog
          settings={session.settings}
          isTyping={isTyping}
          onSave={keep}
          onClose={() => {
            setDialog(null)
            // Only now, when the focus is free to go to the field.
            setTyping(localStorage.getItem(typingKey) === 'yes')
          }}
        />
      ) : null}
      {dialog === 'info' && card !== null ? (
        <InfoDialog
          info={[
            ...cardInfo(card.memory, now(), session.parameters ?? undefined),
            ...card.siblings.map((value, index) => ({ name: `Sibling ${index + 1}`, value })),
          ]}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'note' && card !== null ? (
        <NoteDialog
          note={card.note}
          onSave={(note) => decide(card.id, { kind: 'noted', note: note.trim() })}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}

/** What a key means in a session; nothing if it is meant for something else. */
function intentOf(event: KeyboardEvent): 'undo' | 'confirm' | Rating | { command: CardCommand } | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null
  const target = event.target instanceof HTMLElement ? event.target : null
  // What is typed in a field or decided in a dialog is not meant for the card.
  if (target?.closest('dialog[open], input, textarea')) return null
  if (event.key === 'u') return 'undo'
  const command = commandOfKey[event.key]
  if (command !== undefined) return { command }
  // A focused link or button keeps its own Enter and Space.
  if (event.key === ' ' || event.key === 'Enter') return target?.closest('a, button, summary') ? null : 'confirm'
  return ['1', '2', '3', '4'].includes(event.key) ? (Number(event.key) as Rating) : null
}

/** What a command decides, and what takes it back. */
function decisionOf(
  name: 'bury' | 'bury-siblings' | 'suspend' | 'mark',
  isMarked: boolean,
): { change: CardDecision; inverse: CardDecision } {
  switch (name) {
    case 'mark':
      return { change: { kind: 'marked', isMarked: !isMarked }, inverse: { kind: 'marked', isMarked } }
    case 'suspend':
      return {
        change: { kind: 'suspended', isSuspended: true },
        inverse: { kind: 'suspended', isSuspended: false },
      }
    case 'bury':
    case 'bury-siblings': {
      const scope = name === 'bury' ? 'card' : 'siblings'
      return {
        change: { kind: 'buried', isBuried: true, scope },
        inverse: { kind: 'buried', isBuried: false, scope },
      }
    }
  }
}
