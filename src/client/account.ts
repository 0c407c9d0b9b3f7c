import type { Purpose } from '../domain/people/consent'
import { forget, keep, recall } from './kept'
import { signal, useSignal } from './signal'

/**
 * What this phone knows of the person: to what they agreed and whether they hold a role. Only so that a page asks no
 * more than it has to and a visitor's phone asks nothing; the server alone decides. No name, no number, no place.
 */
export interface Account {
  /** What was agreed to, by today's notice. */
  readonly purposes: readonly Purpose[]
  readonly hasRole: boolean
}

const nobody: Account = { purposes: [], hasRole: false }
const account = signal<Account | null>(null)

export const knownAccount = (): Account => account.get() ?? recall<Account>('account')?.value ?? nobody
export const useAccount = (): Account => useSignal(account) ?? knownAccount()

/** Whether something is kept about this person, as far as the phone knows. */
export const isSomebody = (): boolean => knownAccount().purposes.length > 0 || knownAccount().hasRole

/** Notes what a reply of the server has said. */
export function noteAccount(news: Partial<Account>): void {
  const known = { ...knownAccount(), ...news }
  account.set(known)
  keep('account', known)
}

export function forgetAccount(): void {
  account.set(nobody)
  forget('account')
}
