import { titles } from './titles'

/** 导出或删除我的信息 */
export const leave = {
  title: titles.leave,
  export: '导出我的信息',
  exportHint:
    '把您在这里留下的，做成一份能看的文件。里面有您的电话等，只发给自己。网格登记的住户情况不在您的账号里，文件里没有。',
  exportStart: '准备文件',
  exportBusy: '正在准备…',
  ready: (count: number) => `准备好了，一共 ${count} 条。`,
  save: '保存到聊天',
  saveHint: '推荐发给“文件传输助手”，在手机和电脑上都能打开。',
  saved: '已经发出去了，到那个聊天里就能打开。',
  copied: '这部手机不能发文件，内容已经复制好了。打开一个聊天，长按、粘贴就行。',
  cancelled: '没有发出去。要的话，再点一次“保存到聊天”。',
  failed: '没有成功，请再点一次。',
  again: '重新准备',

  erase: '删除我的一切',
  eraseHint: '删了就找不回来。找电话、打电话不受影响，以后还能重新登记。',
  goes: '会删掉',
  goesList: [
    '称呼、电话号码、同意的记录',
    '登记的住处',
    '在社区的身份，马上就没有了',
    '意见里您写的话和照片；还没答复的，算作撤回',
    '您打开过哪些通知、在下面问的话、还没截止的意见和报名',
    '所有消息，和没用完的微信通知',
    '您发出的、还没人接受的邀请',
    '这部手机里记着的楼门和设置',
  ],
  stays: '会留下一点',
  start: '删除我的一切',

  askTitle: '要先导出一份吗？',
  askText: '删掉以后就没有了。想留个底，可以先导出一份。',
  askExport: '先导出一份',
  askGoOn: '不用，接着删',
  sureTitle: '真的全部删除吗？',
  sureText: '点了“全部删除”就开始删，停不下来，也找不回来。',
  sureYes: '全部删除',
  sureBusy: '正在删除…',
  sureNo: '先不删',

  doneTitle: '已经删除了',
  doneHint: '您留下的信息不再能看到。扫尾的几分钟里，还不能重新登记。',
  doneStays: '留下的这一点，和为什么留',
  doneThanks: '谢谢您用过家门口。找电话、打电话还是不用登记，随时回来。',
  home: '回首页',
} as const
