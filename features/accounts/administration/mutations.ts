import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction, type Transaction } from '@/lib/database.ts'
import type { Act } from '../audit.ts'
import { recordAct } from '../auditing/mutations.ts'
import { type AccountRow, findAccount } from '../data.ts'
import { makeAdministrator } from '../mutations.ts'
import { findPerson } from '../own-data/data.ts'
import { deleteUnlessAlone } from '../own-data/mutations.ts'
import { teachesAloneText } from '../own-data/teaches-alone.ts'
import { derivedWorkScope, type SiteScope } from '../scope.ts'
import { revokeOtherSessions } from '../sessions/mutations.ts'
import { removeTwoSteps } from '../two-step/mutations.ts'

/** Signs every browser of an account out, but for the one that whoever does it sits at. */
export function signPersonOut(
  db: Database,
  scope: SiteScope,
  accountId: string,
  keptSessionId: string,
  now: Date,
): Promise<Refusal | null> {
  return onAccount(db, scope, accountId, { act: 'person-signed-out' }, now, async (tx) => {
    await revokeOtherSessions(tx, accountId, keptSessionId, now)
    return null
  })
}

/** Asks for no second step any more, for somebody who has lost their app and their recovery codes. */
export function endTwoStepsOf(db: Database, scope: SiteScope, accountId: string, now: Date): Promise<Refusal | null> {
  return onAccount(db, scope, accountId, { act: 'person-two-steps-ended' }, now, async (tx, account) => {
    if (account.totpConfirmedAt === null) return noTwoSteps
    await removeTwoSteps(tx, accountId)
    return null
  })
}

/** Lets somebody run the site, or no longer. Nobody stops by themselves, so there is always somebody left. */
export function setAdministrator(
  db: Database,
  scope: SiteScope,
  accountId: string,
  isAdministrator: boolean,
  now: Date,
): Promise<Refusal | null> {
  const act = isAdministrator ? 'administrator-made' : 'administrator-unmade'
  return onAccount(db, scope, accountId, { act }, now, async (tx, account) => {
    if (account.isAdministrator === isAdministrator) return isAdministrator ? isOneAlready : isNoneAlready
    if (isAdministrator) {
      await makeAdministrator(tx, accountId)
      return null
    }
    // Who ends it is one and stays one, so that somebody always does.
    if (accountId === scope.accountId) return notOneself
    await tx.account.update({ where: { id: accountId }, data: { isAdministrator: false } })
    return null
  })
}

/** Deletes everything that is held on somebody else. */
export function deleteAccount(db: Database, scope: SiteScope, accountId: string, now: Date): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    const account = await accountAsked(tx, scope, accountId)
    if ('refused' in account) return account
    if (accountId === scope.accountId) return notOneselfDeleted
    const deletion = await deleteUnlessAlone(
      tx,
      await findPerson(tx, derivedWorkScope(account)),
      { act: 'person-deleted' },
      scope,
      now,
    )
    return deletion.kind === 'deleted'
      ? null
      : refuse(409, 'teaches-alone', teachesAloneText(deletion.classes, account.name))
  })
}

/** Does something to an account, and notes it. */
function onAccount(
  db: Database,
  scope: SiteScope,
  accountId: string,
  act: Act,
  now: Date,
  work: (tx: Transaction, account: AccountRow) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    const account = await accountAsked(tx, scope, accountId)
    if ('refused' in account) return account
    const problem = await work(tx, account)
    if (problem === null) await recordAct(tx, act, scope, now, account.learnerId)
    return problem
  })
}

/** The account, if it is there and whoever asks still runs the site: two who put each other out don't both succeed. */
async function accountAsked(tx: Transaction, scope: SiteScope, accountId: string): Promise<AccountRow | Refusal> {
  const [doer, account] = [await findAccount(tx, scope.accountId), await findAccount(tx, accountId)]
  if (doer?.isAdministrator !== true) return notAdministrator
  return account ?? unknownAccount
}

/** The answer about an account that is not there. */
export const unknownAccount = refuse(404, 'unknown-account', 'There is no such account any more. Load the page anew.')
/** The answer to whoever does not run the site: as if there were nothing. */
export const notAdministrator = refuse(404, 'not-found', 'There is nothing here.')
const noTwoSteps = refuse(409, 'not-on', 'They sign in without a second step already.')
const isOneAlready = refuse(409, 'is-one', 'They are an administrator already.')
const isNoneAlready = refuse(409, 'is-none', 'They are no administrator already.')
const notOneself = refuse(
  409,
  'oneself',
  'You are an administrator yourself. Ask another administrator to end that, so that it is nobody’s slip.',
)
const notOneselfDeleted = refuse(
  409,
  'oneself',
  'This is your own account. Delete it where everybody deletes theirs, under What we hold on you.',
)
