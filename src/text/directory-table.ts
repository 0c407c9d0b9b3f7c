import { titles } from './titles'

/** 表格导入导出: the blank workbook, a filled one, and the directory as one. */
export const directoryTable = {
  title: titles.directoryTable,
  lead: '在电脑上填表，比在手机上一个个输省力。可以只填一部分，以后随时再补。',
  onlyBlank: '传表格和导出，由社区书记来做。您可以先下载空白表格，填好了发给书记。',

  unfinished: '有一份还没做完',
  unfinishedHint: '再传新的一份，这一份就不用了。',
  unfinishedBegan: (when: string) => `${when}开始的`,
  goOn: '接着核对',

  blank: '1 下载空白表格',
  blankHint: '有填写说明和示例。里面的问题是照您的社区列的。',
  blankGet: '下载空白表格',

  upload: '2 传填好的表格',
  uploadHint: '先把填好的表格发到微信聊天里，比如“文件传输助手”，再从聊天里选。',
  uploadLimit: '要 .xlsx 格式，不超过5MB。传上来只是核对，您确认以后居民才看得到。',
  onComputer: '电脑微信里也能打开家门口来传。那里选不了文件的话，用手机选。',

  export: '3 导出现在的表格',
  exportHint: '和空白表格一样的格式。改好了能再传回来，也可以留个底。',
  which: '要不要带上住户？',
  without: '不带住户',
  withoutHint: '只有小区、楼栋、单位和电话',
  with: '带上住户',
  withHint: '有房号、称呼，和同意登记的电话、情况',
  exportGet: '导出表格',
  askTitle: '带上住户导出吗？',
  askText: '里面有居民的个人信息。请只发给自己，用完就删掉，不要发到群里。这次导出会记下来：谁、什么时候。',
  askYes: '带上住户导出',
  askNo: '先不导出',

  making: '正在准备…',
  made: '准备好了',
  send: '发到聊天',
  sendHint: '推荐发给“文件传输助手”，在电脑上打开。',
  look: '打开看看',
  sent: '好了。到那个聊天里，或者下载的文件里，就能找到。',
  cancelled: '没有发出去。要的话，再点一次“发到聊天”。',
  saved: '存好了。',
  failed: '这部手机没能拿到文件。请清一清手机空间再试，或者在电脑微信里打开。',
} as const

/** Choosing a workbook and bringing it up, here and on the page of the import. */
export const directoryUpload = {
  choose: '从聊天里选表格',
  starting: '正在打开…',
  sending: (percent: number) => `正在传 ${percent}%`,
  sendingFile: (name: string) => `正在传“${name}”。请先不要离开这一页。`,
  stop: '停下，不传了',
  stopped: '停下了，什么都没有变。',
  broken: '网络断了，表格没有传完。原来的资料没有变。',
  again: '再传一次',
  other: '换一份表格',
  denied: '微信没有让家门口看聊天里的文件。请在微信的设置里允许，再试一次。',
  cannot: '这里选不了文件。请把表格发到手机微信的聊天里，用手机再试一次。',
  empty: '这份文件是空的。请打开看看，填好后另存一份再选。',
  tooLarge: '这份表格超过5MB了，没有传。请去掉图片和用不到的内容，或者按小区分成几份。',
  endings: {
    xls: '这是旧格式（.xls），没有传。',
    et: '这是WPS自己的格式（.et），没有传。',
    csv: '这是文本格式（.csv），没有传。',
    other: '这不是 .xlsx 表格，没有传。请选填好的那份；是别的格式的，先在WPS或Excel里“另存为”.xlsx。',
  },
  saveAs: '请用WPS或Excel打开它，点“文件”“另存为”，类型选“.xlsx”，再把新的那份发到聊天里。',
} as const

/** 以前的版本 */
export const directoryRevisions = {
  title: titles.directoryRevisions,
  lead: '资料每改一次，改之前的样子都留一份。改错了，可以从这里找回来。',
  empty: '还没有以前的版本',
  emptyHint: '资料第一次改动以后，这里就有了。',
  until: (when: string) => `${when}以前的样子`,
  endedBy: {
    save: '后来：有人在手机上改了资料',
    workbook: '后来：导入了一份表格',
    restore: '后来：恢复了更早的一版',
    plan: '后来：一次加了好几栋楼',
  },
  askTitle: '恢复到这一版吗？',
  askText: (when: string) =>
    `会把小区、楼栋、单位和电话换回${when}以前的样子。住户的称呼、电话不留底，不跟着换回来。先给您看会变什么，您确认以后才换。`,
  yes: '看看会变什么',
  no: '先不恢复',
} as const
