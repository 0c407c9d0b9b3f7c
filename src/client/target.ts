import type { DoorView } from '../contract'
import type { Input } from './named'

/** Which place is meant: the code on a door, or a building chosen by hand. */
export type Target = Input<'door.open'>

/** What a page may be opened with. */
export type PageQuery = Readonly<Record<string, string | undefined>>

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The code in an ordinary link (`https://…/d/CODE` or `…?code=CODE`), as the printed QR codes carry it. */
function codeInLink(link: string): string | null {
  const named = /[?&]code=([^&#]+)/.exec(link)?.[1]
  const last = /\/d\/([^/?#]+)\/?(?:[?#]|$)/.exec(link)?.[1]
  const found = named ?? last
  return found === undefined ? null : decoded(found)
}

/**
 * The place that a page was opened for. WeChat gives a mini-program code's `scene` and an ordinary link's `q`
 * percent-encoded; a card or a plain path names the place itself.
 */
export function targetOf(query: PageQuery): Target | null {
  if (query.scene) return { by: 'code', code: decoded(query.scene) }
  if (query.q) {
    const code = codeInLink(decoded(query.q))
    if (code !== null) return { by: 'code', code }
  }
  if (query.code) return { by: 'code', code: decoded(query.code) }
  if (query.b) return { by: 'place', buildingId: query.b, unitId: query.u || null }
  return null
}

/** The same place, without the code: a code may be withdrawn, a home stays. */
export const targetOfPlace = ({ buildingId, unitId }: DoorView['place']): Target => ({
  by: 'place',
  buildingId,
  unitId,
})

/** `b=…&u=…` or `code=…` for the path of a page about this place; empty without a place. */
export function targetQuery(target: Target | null): string {
  if (!target) return ''
  if (target.by === 'code') return `code=${encodeURIComponent(target.code)}`
  return `b=${target.buildingId}${target.unitId === null ? '' : `&u=${target.unitId}`}`
}

/** A short name under which a place is kept on the phone. */
export const targetKey = (target: Target): string =>
  target.by === 'code' ? `code:${target.code}` : `place:${target.buildingId}/${target.unitId ?? ''}`
