import type { PageQuery } from '../../../client'
import { readCarriedCode } from '../../../domain/people/invitation'

/** The code of an invitation in what was typed, or in a link or path that carries one; null where there is none. */
export function codeIn(text: string): string | null {
  const carried = /[?&](?:scene|code)=([^&#]+)/.exec(text)?.[1]
  return readCarriedCode(carried === undefined ? text : decoded(carried))
}

/** The code that the join page was opened with: a card's, or a scanned one's, which WeChat hands on encoded. */
export const codeOf = ({ code, scene }: PageQuery): string | null => readCarriedCode(decoded(code ?? scene ?? ''))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
