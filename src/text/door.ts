export const door = {
  title: '有事找谁',
  dangerTitle: '有危险？',
  dangerHint: '着火 · 燃气 · 困电梯 · 有人受伤',
  dangerOpen: '有危险，打开紧急求助',
  searchHint: '说说出了什么事',
  searchClear: '清空',
  searchLabel: '输入出了什么事',
  commonTitle: '这里常问',
  groupsTitle: '哪方面的事？',
  phones: '本楼电话',
  phonesHint: '这栋楼能打的所有电话',
  hitsTitle: '您说的可能是',
  noHits: '没听明白',
  noHitsHint: '换个说法试试，或者从下面的分类里找。实在说不清，可以拨打 12345，24 小时有人接。',
  call12345: '拨打 12345',
  change: '换个地方',
  noPlaceTitle: '您在哪个小区？',
  noPlaceHint: '扫一扫单元门口的码，或者自己选小区和楼栋。不用登录，不用填表。',
  choose: '选择小区和楼栋',
} as const

export const choose = {
  title: '选择您住的地方',
  estate: '您在哪个小区？',
  building: '您在哪栋楼？',
  unit: '您在哪个单元？',
  whole: '不清楚单元',
  empty: '这里还没有小区加入',
  emptyHint: '请问一问社区居委会。有急事可以直接拨打 12345。',
  more: '显示更多',
} as const

export const danger = {
  title: '紧急求助',
  first: '先保证人的安全，再打电话。',
  numbers: { '110': '报警', '119': '火警 救援', '120': '急救' },
  callNumber: (number: string, what: string) => `拨打 ${number} ${what}`,
  matters: '出了什么事？',
  noPlace: '选好小区后，这里还会显示本小区的抢修电话。',
} as const

export const phones = {
  title: '本楼电话',
  sections: {
    near: '物业和社区',
    supply: '水电气暖',
    repair: '电梯和维修',
    clean: '环境卫生',
    government: '政府部门',
    hotline: '全国热线',
    other: '其他',
  },
  empty: '这栋楼还没有登记电话',
  emptyHint: '可以先拨打 12345，24 小时有人接。',
  showRest: (count: number) => `显示其余 ${count} 个`,
} as const
export type PhoneSection = keyof typeof phones.sections

export const group = {
  empty: '这一类暂时没有内容',
} as const
