import type { PersonView } from '../views'
import { ask } from './ask'

/* Who this browser is for the H5 pages of the same address: they read it from here before each call. */

/** As `src/client/transport.h5.ts` keeps it, in the shape of Taro's storage. */
const identityKey = 'demo-identity'
/** Who the browser was before somebody switched. */
const formerKey = 'local-former-identity'

export function identity(): string | undefined {
  try {
    const { data } = Object(JSON.parse(localStorage.getItem(identityKey) ?? 'null')) as { data?: unknown }
    return typeof data === 'string' && data !== '' ? data : undefined
  } catch {
    return undefined
  }
}

export function become(openid: string): void {
  if (localStorage.getItem(formerKey) === null) localStorage.setItem(formerKey, identity() ?? '')
  localStorage.setItem(identityKey, JSON.stringify({ data: openid }))
}

/** Somebody who has never been here. */
export function becomeNew(): void {
  // Never digits only: an identity needs a letter.
  become(`demo-${crypto.randomUUID().slice(0, 13)}x`)
}

export const hasSwitched = (): boolean => localStorage.getItem(formerKey) !== null

/** Whoever this browser was before. */
export function becomeFormer(): void {
  const former = localStorage.getItem(formerKey)
  if (former === null) return
  localStorage.removeItem(formerKey)
  // The app makes itself an identity where it finds none.
  if (former !== '') localStorage.setItem(identityKey, JSON.stringify({ data: former }))
  else localStorage.removeItem(identityKey)
}

/** The name under which the calls list this browser. */
export async function identityName(): Promise<string> {
  const openid = identity()
  if (openid === undefined) return '还没有来过的人'
  return (await ask<{ name: string }>('name', { openid })).name
}

export const askPeople = (): Promise<PersonView[]> => ask<PersonView[]>('people')
