import { answersQuery, targetQuery, type Input, type Target } from '../client'
import { pathTo } from './go'

/** Who was called about a matter, and did not help. */
export type Called = Input<'request.submit'>['called']

const outcomes = ['no-answer', 'no-help'] as const
type Outcome = (typeof outcomes)[number]

/** As the contract takes them. */
const mostCalled = 6
const longestName = 40

function calledQuery(called: Called): string {
  const last = called.slice(-mostCalled).map(({ name, outcome }) => `${outcomes.indexOf(outcome)}${name}`)
  return last.length === 0 ? '' : `called=${encodeURIComponent(last.join('|'))}`
}

/** A value of a page's query, as it was before `encodeURIComponent`. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What `formPath` wrote into a page's query; whatever else stands there is left aside. */
export const calledOf = (query = ''): Called =>
  decoded(query)
    .split('|')
    .flatMap((part) => {
      const outcome: Outcome | undefined = outcomes[Number(part.slice(0, 1))]
      const name = part.slice(1, longestName + 1).trim()
      return outcome && name !== '' && /^\d/.test(part) ? [{ name, outcome }] : []
    })
    .slice(0, mostCalled)

interface Known {
  readonly matterId?: string
  readonly here: Target | null
  readonly answers?: Readonly<Record<string, string>>
  readonly called?: Called
}

/** The form of a request, with everything that is known already. */
export const formPath = ({ matterId, here, answers = {}, called = [] }: Known): string =>
  pathTo(
    'request/form',
    matterId === undefined ? '' : `id=${matterId}`,
    targetQuery(here),
    answersQuery(answers),
    calledQuery(called),
  )
