import { joinSignUp, leaveSignUp as leaveContract, refuse, type OutputOf, type Refused } from '../../contract'
import { entryOf, leaveSignUp, signUpFor, waitingBefore, type SignUp } from '../../domain/notice/sign-up'
import { countRefusedWords } from '../filing/refused-words'
import { handle, written, type Alone, type Surroundings } from '../handle'
import { pushSoon } from '../message/push'
import { checkName } from '../people/check-name'
import type { Store } from '../store'
import { changed, newcomer, rowAfter } from './signup-change'
import { isOffered, loadSignUp, signUpOf } from './signup-load'

/** One document holds everybody who ever signed up, also who left again. */
export const mostEntries = 600

type NameFault = Refused<'content.refused' | 'content.unchecked'> | null
/** Where many sign up at once a call is worked out several times: the check is asked about its name only once. */
const asked = new WeakMap<Surroundings['note'], Promise<NameFault>>()
function checkedOnce(context: Surroundings, name: string): Promise<NameFault> {
  const known = asked.get(context.note) ?? checkName(context, name)
  asked.set(context.note, known)
  return known
}

/** A name that the check refuses is counted, so that trying names out does not pay. */
const counted = async (context: Surroundings, person: string, fault: NonNullable<NameFault>) =>
  fault.refused === 'content.refused'
    ? refuse((await countRefusedWords(context, person, 'signup.join')) ?? 'rate.limited')
    : fault

type Place = OutputOf<typeof joinSignUp>

function placeOf(signUp: SignUp, who: string): Place {
  const before = waitingBefore(signUp, who)
  return { state: before === null ? 'in' : 'waiting', before }
}

/** Whoever comes and leaves again and again takes no more than so many lines of it. */
const mostTimes = 10

/**
 * Into a free place, else to the end of the line; whoever is there already is told how it stands. The entry is its own
 * resend record: a call that comes twice finds it.
 */
export const join = handle(joinSignUp, {
  load: loadSignUp,
  async work({ name }, context) {
    const { loaded, person, now, store, call } = context
    const signUp = signUpOf(loaded.row)
    if (entryOf(signUp, person)) return settled(placeOf(signUp, person), () => Promise.resolve(true))
    const outcome = signUpFor(signUp, person, now)
    if ('refused' in outcome || !isOffered(loaded, now)) return refuse('signup.over')
    if (signUp.entries.length >= mostEntries) return refuse('signup.full')
    if (signUp.entries.filter(({ who }) => who === person).length >= mostTimes) return refuse('rate.limited')
    const fault = await checkedOnce(context, name)
    if (fault) return counted(context, person, fault)
    const next = rowAfter(loaded.row, outcome.signUp, newcomer(context.keys, loaded, name, false), now)
    return settled(placeOf(outcome.signUp, person), () => store.signUps.replace(next))

    function settled(data: Place, insert: () => Promise<boolean>): Alone<Place> {
      return { data, insert, present: () => presentOf(store, loaded.row._id, person, call.input) }
    }
  },
})

/** Where somebody stands by now, if another call of theirs was quicker. */
async function presentOf(store: Store, id: string, person: string, input: string) {
  const row = await store.signUps.find(id)
  const signUp = row && signUpOf(row)
  return signUp && entryOf(signUp, person) ? { input, data: placeOf(signUp, person) } : null
}

/** Gives the place back, until it begins; also where the notice itself is over by then. */
export const leave = handle(leaveContract, {
  load: loadSignUp,
  async work(_input, context) {
    const { loaded, person, now } = context
    const outcome = leaveSignUp(signUpOf(loaded.row), person, now)
    if ('refused' in outcome) return refuse(outcome.refused === 'begun' ? 'signup.begun' : 'signup.not-there')
    const { writes, said } = await changed(context, loaded, outcome)
    return written({}, writes, () => pushSoon(context, said))
  },
})
