import { subscribeMessages as contract } from '../../contract'
import { answered } from '../../domain/people/ask'
import { handle, written } from '../handle'
import { subscriptionId } from './ids'

/** Keeps what somebody answered WeChat. A resend counts nothing twice: the answer is the first one's. */
export const subscribeMessages = handle(contract, async ({ answers }, { person, now, store }) => {
  // A template is asked about once in a question: what stands there twice is one answer.
  const each = [...new Map(answers.map((one) => [one.key, one])).values()]
  const writes = await Promise.all(
    each.map(async ({ key, answer }) => {
      const _id = subscriptionId(person, key)
      const before = await store.subscriptions.find(_id)
      const fields = { person, template: key, ...answered(before, answer), answeredAt: now, lastAnswer: answer }
      return before
        ? store.subscriptions.replacing({ ...before, ...fields })
        : store.subscriptions.inserting({ _id, ...fields })
    }),
  )
  return written({ accepted: each.filter(({ answer }) => answer === 'accept').length }, writes)
})
