import type { BuildingReach, Reach, SureCount } from '../domain/notice/reach-types'

const sureText = ({ households, confirmed }: SureCount): string =>
  households === 0 || confirmed === households ? '' : `（${confirmed}户住址核实过，其余是自己登记的）`

/** Whom a notice has reached in one building, line by line. What nobody saw is never called read. */
export function reachLines({
  isEntered,
  households,
  opened,
  acknowledged,
  asked,
  told,
  unknown,
  outdated,
  people,
}: BuildingReach) {
  if (!isEntered) return ['这栋楼还没有录入住户，算不出有多少户知道。', ...peopleLines(people)]
  if (households === 0) return ['这栋楼登记的住户里，没有这条通知要找的。', ...peopleLines(people)]
  return [
    `共${households}户`,
    `有人打开过：${opened.households}户${sureText(opened)}`,
    `点了知道了：${acknowledged.households}户`,
    `要帮忙：${asked.households}户`,
    `上门告知了：${told}户`,
    `还不清楚：${unknown}户${outdated > 0 ? `，其中${outdated}户只知道改之前的` : ''}`,
    ...peopleLines(people),
  ]
}

function peopleLines({ withoutRoom, notConcerned }: BuildingReach['people']): readonly string[] {
  return [
    ...(withoutRoom > 0 ? [`另有${withoutRoom}人打开过，只知道住这栋楼，不知道是哪一户。`] : []),
    ...(notConcerned > 0 ? [`另有${notConcerned}人打开过，不在通知的范围里。`] : []),
  ]
}

/** Below the buildings. */
export const elsewhereText = ({ elsewhere }: Pick<Reach, 'elsewhere'>): string =>
  elsewhere === 0 ? '' : `还有${elsewhere}人打开过，不知道住在哪里，或者住在别的楼，没有算进上面的楼。`

/** Words of the visiting list. */
export const visiting = {
  tick: '上门告知了',
  undo: '点错了',
  noPhone: '没有手机',
  floor: (floor: number) => `${floor}层`,
  floorUnknown: '楼层没登记',
  none: '每一户都有消息了。',
  left: (households: number) => `还有${households}户没有消息`,
} as const
