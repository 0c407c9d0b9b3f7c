import type { PageQuery } from '../../../client'
import type { Picked } from './building-pick'

/** A building that the list begins with, for another page's way to it. */
export const pickedQuery = (buildingId: string, name: string): string => `b=${buildingId}&n=${encodeURIComponent(name)}`

/** The building that a list was opened for. WeChat hands what a path says on as it stands there. */
export function pickedIn({ b, n }: PageQuery): Picked | null {
  if (!b) return null
  return { estateName: '', buildingId: b, buildingName: decoded(n ?? ''), unitId: null, unitName: null }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
