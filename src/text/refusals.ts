import type { RefusalCode } from '../contract'

/** What can stand between the phone and the server, beside the server's own refusals. */
export type ClientRefusal = 'network.offline' | 'network.failed'

/** What a person is told for every code there is: what happened, and what helps. */
export const refusalText: Readonly<Record<RefusalCode | ClientRefusal, string>> = {
  'action.unknown': '这个功能还没有上线，请更新后再试。',
  'input.invalid': '提交的内容有误，请返回重新试一次。',
  'input.too-large': '内容太长了，请精简一些再提交。',
  'key.reused': '这次提交和上一次对不上，请返回重新填一次。',
  'client.too-old': '您用的版本太旧了，请更新后再用。',
  'caller.unknown': '没有认出您的微信，请退出后重新打开。',
  conflict: '刚才有别人也在改，请再试一次。',
  'server.failed': '服务器出了点问题，不是您的错，请稍后再试。',
  'door.unknown': '没有找到这个门码，可能贴错了或已更换。您可以自己选择小区和楼栋。',
  'door.revoked': '这张门码已停用，请不要再扫它。您可以自己选择小区和楼栋。',
  'place.bad-cursor': '列表有变动，请返回重新打开。',
  'contact.unknown': '这个号码刚刚有变动，请回到首页再看一次。',
  'search.no-community': '这个社区的资料刚刚有变动，请回到首页重新打开。',
  'network.offline': '现在没有网络。看过的内容还能打开，电话照样能打。',
  'network.failed': '网络不太好，没有连上。请稍后再试。',
}
