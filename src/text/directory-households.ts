import type { Need } from '../domain/directory/types'

/** What those who visit homes read about who lives there. */
export const households = {
  title: '住户',
  nowhere: '请从楼栋里打开住户',
  toPlaces: '看小区和楼栋',
  notYours: '住户只有本网格的网格长和值班党员能看。',
  notYoursHint: '这里是居民的个人信息。登记和修改住户，请社区书记用表格导入。',
  toBuilding: '返回楼栋',
  gate: '这里是居民的个人信息',
  gateText: '住着谁、电话、要注意什么，都是居民同意登记的。只为上门和急事用，不要抄走，也不要给别人看。',
  gateLogged: '您看了就会记下来：谁、哪天、看了哪栋楼。',
  open: '我知道了，看住户',
  opening: '正在打开…',
  nothing: '关掉这一页，手机上不留住户信息。',
  empty: '这栋楼还没有登记住户',
  emptyHint: '请社区书记在“表格导入导出”里下载表格，填好“住户”这一页再传上来。要先问过居民同意。',
  search: '找房号',
  searchHint: '比如：301',
  notFound: (typed: string) => `前面的住户里没有“${typed}”`,
  notFoundAll: (typed: string) => `这栋楼没有登记“${typed}”`,
  clear: '看全部',
  unit: '看哪个单元？',
  all: '全部',
  /** How many are on the page of how many that are read. */
  count: (rooms: number, more: boolean) => (more ? `已经看到${rooms}户，后面还有` : `一共${rooms}户`),
  noUnit: '不分单元',
  room: (room: string, floor: number | null) => (floor === null ? room : `${room} · ${floor}层`),
  noName: '没有登记称呼',
  onlyRoom: '只登记了房号',
  needs: (words: string) => `要注意：${words}`,
  call: '打电话',
  callWho: (room: string, name: string | null) => `给${room}${name ?? ''}打电话`,
  further: '看后面的住户',
  showMore: '显示更多',
  joined: (...parts: readonly string[]) => parts.join('、'),
} as const

/** As people say it, not as an office files it. */
export const needWords: Readonly<Record<Need, string>> = {
  'over-60': '60岁以上',
  alone: '一个人住',
  'hard-to-walk': '走路不方便',
  pregnant: '怀孕',
  infant: '家里有婴幼儿',
  'low-income': '低保',
  disabled: '有残疾',
  'hard-of-hearing': '耳朵听不清',
  'weak-sighted': '眼睛看不清',
}
