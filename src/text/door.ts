export const door = {
  title: '有事找谁',
  dangerTitle: '有危险？',
  dangerHint: '着火 · 燃气 · 困电梯 · 有人受伤',
  dangerOpen: '有危险，打开紧急求助',
  searchHint: '说说出了什么事',
  searchClear: '清空',
  searchLabel: '说说出了什么事，打字或按键盘上的话筒说',
  searchSpeak: '不方便打字？点上面的框，再按键盘上的话筒说。',
  commonTitle: '这里常问',
  groupsTitle: '哪方面的事？',
  request: '写诉求',
  requestHint: '电话没解决，写下来，件件有人办',
  notices: '通知',
  noticesCount: (count: number) => `${count}条`,
  noticesNone: '现在没有通知',
  phones: '本楼电话',
  phonesHint: '这栋楼能打的所有电话',
  hitsTitle: '您说的可能是',
  severalTitle: '您说的像是几件事，一件一件来',
  noHits: '没听明白',
  noHitsHint: '换个说法试试，或者从下面的分类里找。实在说不清，可以拨打 12345，24 小时有人接。',
  unsure: '请说得再具体一点',
  unsureHint: '比如在哪里、什么东西、怎么了。也可以从分类里找，或者拨打 12345，24 小时有人接。',
  nearGroups: '可能是这方面的事',
  nearHits: '也可能是',
  outside: '这件事，这里帮不上您',
  outsideHint: '这里帮您找管水电气暖、房子、小区和社区的人。别的事可以拨打 12345，24 小时有人接。',
  examplesTitle: '您可以这样问',
  examples: ['下水道堵了', '楼道灯不亮', '楼上太吵了'],
  wrong: '不是这个，都不对',
  missed: '没找到我要的',
  missedHint: '社区只会看到说了什么，看不到是谁说的。带号码的话不会送出。',
  missedTold: {
    busy: '正在送出…',
    noted: '记下了，谢谢。社区会看到大家都在找什么，看不到是谁在找。',
    later: '先记在手机里，有网络时会自动送出。',
  },
  otherWays: '请换个说法，或者从下面的分类里找。拿不准就拨打 12345，24 小时有人接。',
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
} as const

export const danger = {
  title: '紧急求助',
  first: '先保证人的安全，再打电话。',
  numbers: { '110': '报警', '119': '火警 救援', '120': '急救' },
  callNumber: (number: string, what: string) => `拨打 ${number} ${what}`,
  matters: '出了什么事？',
  noPlace: '选好小区后，这里还会显示本小区的抢修电话。',
  request: '打过电话了，还要留个记录',
  requestHint: '写诉求，社区跟着办到底',
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
