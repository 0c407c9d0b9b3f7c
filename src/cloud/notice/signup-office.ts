import { randomUUID } from 'node:crypto'
import { noteSignUp, refuse, showSignUp, type InputOf } from '../../contract'
import {
  changePlaces,
  leaveSignUp,
  noteCame,
  signUpFor,
  type SignUp,
  type SignUpDone,
  type SignUpRefused,
} from '../../domain/notice/sign-up'
import { handle, written, type Context } from '../handle'
import { pushSoon } from '../message/push'
import { checkName } from '../people/check-name'
import { changed, nameAbout, newcomer } from './signup-change'
import { mostEntries } from './signup-join'
import { titleFor } from './view-edition'
import { hasSay } from './who'
import { isOffered, loadSignUp, signUpOf, signUpRefusals, type Offered } from './signup-load'

/** By the names that people gave, for those who answer for it. Two reads. */
export const show = handle(showSignUp, {
  load: loadSignUp,
  async work(_input, context) {
    const { loaded, keys, person } = context
    const { notice, row } = loaded
    const { _id, places, until, beginsAt } = row
    return {
      ...{ title: titleFor(notice.shown, person), may: await hasSay(context, notice), places, until, beginsAt },
      entries: row.entries.map(({ number, name, at, state, movedUpAt, came, isNoted }) => ({
        ...{ number, at, state, movedUpAt, came, isNoted },
        name: name === null ? null : keys.unseal(name, nameAbout(_id)),
      })),
    }
  },
})

type Deed = InputOf<typeof noteSignUp>['deed']

/** What the office writes down. One who has left is nobody's to note: whoever came again has another number. */
function done(signUp: SignUp, deed: Deed, who: string, now: number): SignUpDone | SignUpRefused {
  const present = (number: number) => signUp.entries.find((one) => one.number === number && one.state !== 'left')?.who
  switch (deed.verb) {
    case 'add':
      return signUpFor(signUp, who, now)
    case 'remove':
      return leaveSignUp(signUp, present(deed.number) ?? '', now)
    case 'came':
      return noteCame(signUp, present(deed.number) ?? '', deed.came, now)
    case 'places':
      return changePlaces(signUp, deed.places, now)
  }
}

/** Whoever has no phone is in it under a key of their own, which says nothing. */
const keyOfNoted = (): string => `noted-${randomUUID()}`

export const note = handle(noteSignUp, {
  load: loadSignUp,
  async work({ deed }, context) {
    const { loaded, now } = context
    if (!(await hasSay(context, loaded.notice))) return refuse('notice.not-yours')
    const before = signUpOf(loaded.row)
    const outcome = done(before, deed, keyOfNoted(), now)
    if ('refused' in outcome) return refuse(signUpRefusals[outcome.refused])
    if (deed.verb !== 'add') return commit(context, loaded, outcome, null)
    if (!isOffered(loaded, now)) return refuse('signup.over')
    if (before.entries.length >= mostEntries) return refuse('signup.full')
    const fault = await checkName(context, deed.name)
    return fault ?? commit(context, loaded, outcome, deed.name)
  },
})

async function commit(context: Context<Offered>, offered: Offered, outcome: SignUpDone, name: string | null) {
  const joined = name === null ? null : newcomer(context.keys, offered, name, true)
  const { writes, said } = await changed(context, offered, outcome, joined)
  const last = name === null ? undefined : outcome.signUp.entries.at(-1)
  const added = last === undefined ? null : last.state === 'waiting' ? ('waiting' as const) : ('in' as const)
  return written({ movedUp: outcome.movedUp.length, added }, writes, () => pushSoon(context, said))
}
