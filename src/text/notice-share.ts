import type { NoticeEditionView } from '../contract/notice'
import type { CardWords } from '../domain/notice/card'
import type { NoticeAbout } from '../domain/notice/kinds'
import { noticeWhatNames, outageWords } from './notice-names'
import { audienceText } from './notice-places'
import { dateSaying, spanText, untilText } from './notice-when'

/** 发到群里: whoever leads a grid sends the card into the groups, ticks it, and sees what is left. */
export const share = {
  title: '发到群里',
  toWork: '到工作台',
  nowhere: '请从工作台打开这一页',
  notOut: '这条通知还没有发布，先发布了才能发到群里',
  over: '这条通知已经结束，不用再发了',
  toCase: '看这条通知',
  preview: '群里看到的卡片',
  previewLabel: (title: string) => `卡片的图：${title}`,
  groups: '发到哪些群',
  groupsHint: '点一下，在微信里选这个群。微信不告诉我们发没发成，回来请您点一下。',
  serves: (names: readonly string[]) => `管${names.join('、')}`,
  toGroup: '发到这个群',
  toGroupLabel: (name: string) => `发到${name}`,
  again: '再发一次',
  againLabel: (name: string) => `再发一次到${name}`,
  asked: (name: string) => `“${name}”发到了吗？`,
  yes: '发到了',
  no: '没有发',
  sent: (when: string) => `已发到，${when}`,
  old: '发过旧的，内容改了以后还没发',
  back: '恢复的消息还没发',
  left: (groups: number) => `还有${groups}个群没有发`,
  allSent: '您的群都发到了',
  later: '现在没有网络，记在手机里了，有网络就补上。',
  noGroup: '还没有记过群。可以先直接发，以后在“我的群”里记下哪个群管哪几栋楼，就知道还差哪个群。',
  noGroupHere: '您记过的群都不管这些楼。可以先直接发，再到“我的群”里记下哪个群管这些楼。',
  openedIn: (people: number) => `在这个群里打开的：${people}人`,
  openedBy: (people: number) => `点这张卡片打开的：${people}人`,
  passedOn: (people: number) => `转到别处打开的：${people}人`,
  elsewhere: '发给别的群，或者发给个人',
  send: '发卡片',
  without: (names: readonly string[]) =>
    `${names.slice(0, 8).join('、')}${names.length > 8 ? `等${names.length}栋` : ''}没有对应的群，请贴海报，或者上门告知。`,
  words: '只发文字',
  wordsHint: '不方便发卡片的，复制下面的话，到群里粘贴。从文字里看的人，我们数不到。',
  copy: '复制文字',
  copied: '已复制，到群里长按输入框，选“粘贴”。',
  copyFailed: '没有复制成，请再点一次。',
  poster: '门口的海报',
  posterHint: '一张A4纸，大字，带二维码，给不看手机群的人。',
  makePoster: '做海报',
  makingPoster: '正在做，请稍等…',
  posterMade: (pages: number) => `做好了，共${pages}页。`,
  openPoster: '打开海报',
  openingPoster: '正在打开…',
  posterOpened: '在右上角的菜单里可以打印，或者发给会打印的人。',
  posterSaved: '已存到下载里，打印出来贴在门口。',
  posterFailed: '没有打开，请再点一次。',
  unprintable: (letters: string) => `这几个字海报上印不出来：${letters}`,
  myGroups: '我的群',
  myGroupsNote: '记下哪个群管哪几栋楼',
  unnamed: (groups: number) => `有${groups}个群还不知道是哪一个`,
  reach: '有多少户知道了',
} as const

/** What a card stands for, in a word; null: its title says it better. */
function whatOf(about: NoticeAbout): string | null {
  if (about.kind === 'outage') return outageWords[about.what].off
  if (about.kind === 'meeting' || about.kind === 'lost-found' || about.what === 'other') return null
  const names: Readonly<Record<string, string>> = noticeWhatNames[about.kind]
  return names[about.what] ?? null
}

/** Days by their date: a card stays in the group, and 今天 would be wrong tomorrow. */
function whenOf({ about, span }: Pick<NoticeEditionView, 'about' | 'span'>, now: number): string {
  if (span === null) return ''
  const saying = dateSaying(now)
  const isExpected = about.kind === 'outage' && span.isNow && span.until !== null
  return isExpected && span.until !== null
    ? `预计${untilText(span.until, saying)}恢复`
    : spanText(span.from, span.until, saying)
}

type Shown = Pick<NoticeEditionView, 'about' | 'span' | 'needs' | 'isEmergency' | 'title'>

/** The words of a card's picture. `backAt`: it is over, and has come back then. */
export function cardWords(
  shown: Shown,
  { communityName, placeNames }: { readonly communityName: string; readonly placeNames: readonly string[] },
  backAt: number | null,
  now: number,
): CardWords {
  const { about, isEmergency, needs, title } = shown
  const where = audienceText(placeNames, needs)
  if (backAt !== null)
    return {
      ...{ head: '恢复通知', where, from: communityName, tone: 'done' },
      what: about.kind === 'outage' ? outageWords[about.what].isBack : title,
      when: untilText(backAt, dateSaying(now)),
    }
  return {
    ...{ what: whatOf(about) ?? title, where, when: whenOf(shown, now), from: communityName },
    ...(isEmergency ? { head: '紧急通知', tone: 'danger' } : { head: '社区通知', tone: 'calm' }),
  }
}
