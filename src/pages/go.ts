import Taro from '@tarojs/taro'
import { placeQuery } from '../client'
import type { DoorView } from '../contract'

type Somewhere = Pick<DoorView['place'], 'buildingId' | 'unitId'> | null

/** `/pages/x/index?a=1&b=2`, without what is empty. */
export function pathTo(page: string, ...queries: readonly string[]): string {
  const filled = queries.filter(Boolean)
  return `/pages/${page}/index${filled.length > 0 ? `?${filled.join('&')}` : ''}`
}

export const matterPath = (id: string, place: Somewhere): string => pathTo('matter', `id=${id}`, placeQuery(place))

/** Opens a page above this one. A second tap while it opens is left aside. */
let opening = false
export async function go(path: string): Promise<void> {
  if (opening) return
  opening = true
  try {
    // WeChat keeps ten pages at most: beyond them the new one takes the place of this one.
    await Taro.navigateTo({ url: path }).catch(() => Taro.redirectTo({ url: path }))
  } finally {
    opening = false
  }
}

/** Starts anew at the landing of a place. */
export const goToDoor = (place: Somewhere): void => void Taro.reLaunch({ url: pathTo('door', placeQuery(place)) })
