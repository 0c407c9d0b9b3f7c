// The kinds of service as a phone needs them, in a form that costs few bytes: the pages of the wish wall ship this file and
// not `services.json`. Written by hand; a test holds it to the pack. Keep it free of imports.

/** A kind of service on the phone. */
export interface ServiceName {
  readonly id: string
  readonly name: string
  /** Id of its group. */
  readonly group: string
  /** Whether it is done in somebody's home. */
  readonly atHome: boolean | 'sometimes'
  readonly needs: 'none' | 'checked-identity' | 'two-people'
  /** How long it takes as a rule. */
  readonly minutes: number
}

/** A group a line: id, name, then its kinds as `id:name:home and need:minutes`. */
const lines = [
  'company 陪伴 visit-chat:上门陪聊:hc:60 phone-check:电话问候敲门报平安:on:10 play-chess-cards:陪下棋打牌:sc:90 read-aloud:读书念报:sc:60 walk-escort:扶下楼散步推轮椅:st:60 outing:陪出门看看圆个念想:ot:180',
  'errands 代办跑腿 buy-groceries:代买菜买日用品:on:30 fetch-medicine:代取药买药:on:40 small-errands:取快递倒垃圾小跑腿:on:20 meal-delivery:送饭送餐:on:20 carry-move:搬重物扛米上楼:st:30',
  'care 就医照护 clinic-escort:陪同看病:oc:180 ride:开车接送:oc:60 health-check:量血压健康咨询:sc:20 personal-care:洗头剪指甲简单照护:ht:40',
  'household 家政维修 haircut:理发:sc:30 home-cleaning:打扫卫生擦玻璃:ht:120 home-repair:水电门窗小修:hc:60 appliance-repair:修小家电:sc:60 mend-sharpen:缝补磨刀修伞修车:on:30',
  'learning 学习辅导 homework-help:功课辅导:ot:90 child-minding:看护孩子放学托管:ot:120 teach-child-hobby:教孩子兴趣才艺:ot:60',
  'digital 手机与办事 phone-teaching:教用手机:sc:40 pay-paperwork:代缴费代办手续:oc:40',
  'culture 文体活动 teach-arts-adult:教唱歌跳舞太极书法:on:60 celebrate-perform:过生日演节目:st:90 photo:拍照:sc:30',
  'goods 物资 goods-children:孩子的书包文具图书玩具:on:20 goods-daily:衣被鞋帽日用:on:20 goods-appliance:小家电:on:30 goods-aids:轮椅拐杖助听器辅具:oc:30 goods-food:米面油食品:on:20 lend-items:借工具借轮椅:on:10',
  'surroundings 环境 stair-cleanup:清楼道除杂草:on:90 public-report:公共设施报修反映:on:10',
  'advice 专业咨询 legal-advice:法律咨询:oc:40 counselling:心理疏导:sc:50 mediation:邻里家庭调解:st:60 job-help:找活学手艺:oc:40',
] as const

const homes: Readonly<Record<string, ServiceName['atHome']>> = { h: true, o: false, s: 'sometimes' }
const needs: Readonly<Record<string, ServiceName['needs']>> = { n: 'none', c: 'checked-identity', t: 'two-people' }

const read = lines.map((line) => {
  const [id = '', name = '', ...kinds] = line.split(' ')
  return { id, name, kinds }
})

/** Groups of services, in the order of the pack. */
export const serviceGroupNames = read.map(({ id, name }) => ({ id, name }))

/** All kinds, group by group. */
export const serviceNames: readonly ServiceName[] = read.flatMap(({ id: group, kinds }) =>
  kinds.map((kind) => {
    const [id = '', name = '', [home = '', need = ''] = '', minutes] = kind.split(':')
    return { id, name, group, atHome: homes[home] ?? false, needs: needs[need] ?? 'none', minutes: Number(minutes) }
  }),
)

const byId: ReadonlyMap<string, ServiceName> = new Map(serviceNames.map((service) => [service.id, service]))

export const findServiceName = (id: string): ServiceName | undefined => byId.get(id)

/** A kind by its id, as people read it; what is not known (any more) reads as help. */
export const serviceName = (id: string): string => byId.get(id)?.name ?? '帮忙'
