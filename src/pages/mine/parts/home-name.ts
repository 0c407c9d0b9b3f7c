import type { Output } from '../../../client'
import { home as words } from '../../../text'

type Home = NonNullable<Output<'me.show'>['home']>

/** 和苑小区 1号楼 2单元 301 */
export function homeName({ estateName, buildingName, unitName, room }: Home): string {
  const place = [estateName, buildingName, unitName ?? ''].filter(Boolean)
  return [...(place.length > 0 ? place : [words.gone]), room ?? ''].filter(Boolean).join(' ')
}
