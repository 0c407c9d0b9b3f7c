import type { Audience } from '../domain/notice/audience'
import type { Lead, MyConcern, MyTime } from '../domain/notice/for-me'
import type { NoticeAbout } from '../domain/notice/kinds'
import { noticeNeedNames, noticeWhatNames, outageWords } from './notice-names'
import { nearSaying, spanText, untilText } from './notice-when'

/** Names as a sign at the door has them. */
export interface NoticePlaceName {
  /** 5号楼; null: nobody knows where the reader lives. */
  readonly building: string | null
}

type Out = Extract<Lead, { kind: 'out' }>

/** 60岁以上、独居. */
export const needsText = (needs: Audience['needs']): string => needs.map((need) => noticeNeedNames[need]).join('、')

/** Whom the words after it concern, up to the colon; empty: everybody who reads it. */
function whoseText(concern: MyConcern, needs: Audience['needs'], { building }: NoticePlaceName): string {
  const ofNeeds = needs.length > 0 && concern !== 'yes' ? `${needsText(needs)}的住户` : ''
  if (building === null || concern === 'unknown') return ofNeeds === '' ? '' : `${ofNeeds}：`
  if (concern === 'yes') return `您所在的${building}：`
  return `您所在的${building}${ofNeeds === '' ? '，有的单元' : `，${ofNeeds}`}：`
}

function outageText(what: keyof typeof outageWords, { phase, from, until }: MyTime, now: number): string {
  const { off, isOff, back } = outageWords[what]
  const saying = nearSaying(now)
  if (phase === 'late' && until !== null) return `原定${untilText(until, saying)}${back}，还没有恢复的消息`
  if (phase !== 'now') return `${spanText(from, until, saying)}${off}`
  return until === null ? `${isOff}，恢复时间还没有消息` : `${isOff}，预计${untilText(until, saying)}恢复`
}

/** How each other kind is said: what comes, what goes on, what is over. */
function otherText(about: Exclude<NoticeAbout, { kind: 'outage' }>): {
  readonly name: string
  readonly goesOn: string
  readonly over: string
  readonly ends: string
} {
  switch (about.kind) {
    case 'work': {
      const name = about.what === 'other' ? '施工' : noticeWhatNames.work[about.what]
      return { name, goesOn: `正在${name}`, over: `${name}已经结束`, ends: '结束' }
    }
    case 'service': {
      const name = about.what === 'other' ? '办事服务' : noticeWhatNames.service[about.what]
      return { name, goesOn: `${name}正在办`, over: `${name}已经结束`, ends: '截止' }
    }
    case 'meeting': {
      // Its time is the activity's; until when one can sign up stands below.
      if (about.what === 'sign-up')
        return { name: '有活动，要报名', goesOn: '活动正在进行', over: '活动已经结束', ends: '结束' }
      if (about.what === 'meeting') return { name: '开会', goesOn: '正在开会', over: '开会已经结束', ends: '结束' }
      // Not only what it is called: that somebody waits for the reader's word.
      const asks = about.what === 'consent' ? '征求您的意见' : '有事想听您的意见'
      return { name: asks, goesOn: asks, over: '意见已经收完', ends: '截止' }
    }
    case 'safety': {
      const name = about.what === 'other' ? '请注意安全' : `请注意${noticeWhatNames.safety[about.what]}`
      return { name, goesOn: name, over: '这条安全提醒的时间已经过了', ends: '为止' }
    }
    case 'lost-found': {
      const name = about.what === 'found' ? '有人捡到了东西' : '有人丢了东西'
      return { name, goesOn: name, over: name, ends: '为止' }
    }
  }
}

function timedText(
  about: Exclude<NoticeAbout, { kind: 'outage' }>,
  { phase, from, until }: MyTime,
  now: number,
): string {
  const { name, goesOn, over, ends } = otherText(about)
  const saying = nearSaying(now)
  if (phase === 'over') return over
  if (phase === 'soon') return `${spanText(from, until, saying)}${name}`
  if (phase === 'now') return until === null ? goesOn : `${goesOn}，${untilText(until, saying)}${ends}`
  return name
}

const notYours = (building: string): string => `不涉及您所在的${building}`

function outText({ about, time }: Out, now: number): string {
  return about.kind === 'outage' ? outageText(about.what, time, now) : timedText(about, time, now)
}

/** What a notice means to whoever reads it, in one line, before everything else. */
export function noticeLeadText(lead: Lead, names: NoticePlaceName, now: number): string {
  switch (lead.kind) {
    case 'unpublished':
      return '这条通知还没有发布'
    case 'withdrawn':
      return '这条通知已撤回'
    case 'expired':
      return '这条通知已过期'
    case 'restored': {
      const { about, concern, needs } = lead
      const back = about.kind === 'outage' ? outageWords[about.what].isBack : '已恢复'
      return concern === 'no' && names.building !== null
        ? notYours(names.building)
        : whoseText(concern, needs, names) + back
    }
    case 'out': {
      const { concern, needs } = lead
      if (concern === 'no' && names.building !== null) return notYours(names.building)
      return whoseText(concern, needs, names) + outText(lead, now)
    }
  }
}

/** Below the line. */
export const noticeForMe = {
  changed: '这条通知有更改，请看新的内容。',
  emergency: '紧急通知',
  checking: '具体内容正在审核，请稍后再看。',
  nothingComing: '您这栋楼近期没有安排。',
  goingOn: '进行中',
}
