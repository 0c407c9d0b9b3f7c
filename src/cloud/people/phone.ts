import { givePhone as giveContract, lookPhone as lookContract, refuse, type InputOf } from '../../contract'
import { maskPhone, normalisePhone } from '../../domain/people/phone'
import { handle, written, type Surroundings } from '../handle'
import { audit } from './audit'
import { communityOf } from './community'
import { sealedAt } from './ids'

type Given = InputOf<typeof giveContract>
type ByWechat = Extract<Given, { by: 'wechat' }>

/** What WeChat vouches for may also be a number from abroad: digits, with a plus before them or not. */
const wechatForm = /^\+?\d{5,15}$/

/**
 * A code is good once, but a write that met another one is worked out anew: the number is then remembered by the call's
 * input, which is the same object each time, and goes with it.
 */
const exchanged = new WeakMap<ByWechat, Promise<string | null>>()

function numberOf(input: ByWechat, { platform }: Pick<Surroundings, 'platform'>): Promise<string | null> {
  const asked = exchanged.get(input) ?? platform.phoneNumber(input.code)
  exchanged.set(input, asked)
  return asked
}

async function digitsOf(given: Given, context: Pick<Surroundings, 'platform' | 'note'>) {
  if (given.by === 'typed') return normalisePhone(given.number) ?? refuse('phone.invalid')
  try {
    const number = await numberOf(given, context)
    if (number === null) return refuse('phone.code-spent')
    return normalisePhone(number) ?? (wechatForm.test(number) ? number : refuse('phone.invalid'))
  } catch (fault) {
    context.note('phone.unavailable', fault)
    return refuse('phone.unavailable')
  }
}

/** Keeps the caller's number. Reads and writes the person. */
export const give = handle(giveContract, async (given, context) => {
  const { self, store, keys, now } = context
  const number = await digitsOf(given, context)
  if (typeof number !== 'string') return number
  const data = { masked: maskPhone(number) }
  if (!self) return written(data, [])
  const row = store.people.replacing({
    ...self,
    phone: keys.seal(number, sealedAt('people', 'phone', self._id)),
    phoneLookup: keys.lookup('phone', number),
    phoneFrom: given.by,
    phoneAt: now,
  })
  return written(data, [row])
})

/** The caller's own number in full. Reads the person; writes a line of the audit log. */
export const look = handle(lookContract, async (_, context) => {
  const { person, store, keys } = context
  const self = await store.people.find(person)
  if (!self?.phone) return refuse('phone.none')
  const number = keys.unseal(self.phone, sealedAt('people', 'phone', person))
  const subject = { collection: 'people', id: person }
  const communityId = await communityOf(context)
  return written({ number }, [audit(context, { verb: 'phone.look', communityId, subject })])
})
