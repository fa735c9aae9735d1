'use client'

import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { ConfirmButton } from '@/components/confirm-button.tsx'
import type { GroupRow } from './data.ts'
import { GroupForm } from './group-form.tsx'
import { listText } from './list-text.ts'
import type { TaughtClass } from './loaders.ts'
import { useClassChange } from './use-class-change.tsx'

/** The groups of a class, to be made, changed and given up. */
export function GroupList({ id: classId, roster, groups, isArchived, canEdit }: TaughtClass) {
  const { change, told } = useClassChange()
  const [openId, setOpenId] = useState<string | null>(null)
  const mayChange = canEdit && !isArchived

  function cancel() {
    setOpenId(null)
    // What was pressed is gone with the form.
    document.getElementById('groups')?.focus()
  }
  async function keep(group: GroupRow) {
    await change({ kind: 'group', classId, ...group }, `${group.name} is kept.`)
    setOpenId(null)
  }
  const names = ({ accountIds }: GroupRow) =>
    roster.filter(({ accountId }) => accountIds.includes(accountId)).map(({ name }) => name)

  return (
    <>
      {groups.length === 0 && <p className="text-muted">There are none. A group is some of the class, by a name.</p>}
      <ul className="grid gap-3 empty:hidden">
        {groups.map((group) => (
          <li key={group.id} className="grid gap-3 rounded-lg border border-line px-4 py-3">
            <div>
              <h3 className="font-semibold wrap-anywhere">{group.name}</h3>
              <p className="text-sm text-muted wrap-anywhere">
                {group.accountIds.length === 0 ? 'Nobody yet' : listText(names(group))}
              </p>
            </div>
            {mayChange && openId === group.id && (
              <GroupForm group={group} roster={roster} onKeep={keep} onCancel={cancel} />
            )}
            {mayChange && openId !== group.id && (
              <div className="flex flex-wrap gap-3">
                <Button look="quiet" aria-label={`Edit ${group.name}`} onClick={() => setOpenId(group.id)}>
                  Edit
                </Button>
                <ConfirmButton
                  title={`Give up ${group.name}?`}
                  consequence="The group goes. Whoever is in it stays in the class."
                  keep="Keep it"
                  confirm="Give it up"
                  act={() => change({ kind: 'group-away', classId, id: group.id }, `${group.name} is gone.`)}
                >
                  Give up<span className="sr-only"> {group.name}</span>…
                </ConfirmButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayChange &&
        (openId === 'new' ? (
          <GroupForm group={null} roster={roster} onKeep={keep} onCancel={cancel} />
        ) : (
          <div>
            <Button look="quiet" onClick={() => setOpenId('new')}>
              Make a group
            </Button>
          </div>
        ))}
      {told}
    </>
  )
}
