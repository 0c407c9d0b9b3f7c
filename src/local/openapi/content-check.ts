import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { appId } from '../environment'
import type { Arguments } from './envelope'
import { fine, type OpenApi } from './open-apis'
import type { Pushes } from './pushes'
import { invalidArgument, openidIn, OpenApiRefusal } from './refusal'
import { judgeMedia, judgeText, type Verdict } from './verdicts'
import type { Visits } from './visits'

export interface ContentCheckOptions {
  readonly clock: Clock
  readonly visits: Visits
  readonly pushes: Pushes
  /** The name and the contents behind a link, as whoever has the link gets them; undefined: it cannot be loaded. */
  readonly load: (url: string) => Promise<{ name: string; bytes: Buffer } | undefined>
}

const longestContent = 2500
const largestMedia = 10 * 1024 * 1024
/** WeChat takes up to half an hour; nobody wants to wait for that in a demo. */
const mediaCheckMs = 3000

/** The content checks, in their second version, which is the only one that WeChat still improves. */
export function contentChecks(options: ContentCheckOptions): Record<string, OpenApi> {
  return {
    'security.msgSecCheck': (given) => checkText(options, given),
    'security.mediaCheckAsync': (given) => checkMedia(options, given),
  }
}

function checkText({ visits }: ContentCheckOptions, given: Arguments) {
  checkCommon(given, visits)
  const { content } = given
  if (typeof content !== 'string' || content === '') throw invalidArgument('content')
  if ([...content].length > longestContent) throw new OpenApiRefusal(45002, 'content size out of limit')
  const { suggest, label, keyword } = judgeText(content)
  const found = keyword === undefined ? {} : { suggest, label, level: 90, keyword }
  return fine({
    result: { suggest, label },
    detail: [{ strategy: 'keyword', errcode: 0, ...found }],
    trace_id: newTraceId(),
  })
}

/** Answers at once with a number; what it has found arrives later, as an event that carries the number. */
async function checkMedia({ clock, visits, pushes, load }: ContentCheckOptions, given: Arguments) {
  const openid = checkCommon(given, visits)
  const { media_url: url, media_type: type } = given
  if (typeof url !== 'string' || url === '') throw invalidArgument('media_url')
  if (type !== 1 && type !== 2) throw invalidArgument('media_type')
  const media = await load(url)
  const traceId = newTraceId()
  const event = {
    ToUserName: 'gh_local',
    FromUserName: openid,
    CreateTime: Math.floor(clock.now() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: appId,
    trace_id: traceId,
    version: 2,
    ...(media && media.bytes.length <= largestMedia ? found(judgeMedia(media.name, media.bytes)) : notLoaded),
  }
  pushes.add(event, mediaCheckMs)
  return fine({ trace_id: traceId })
}

function found({ suggest, label }: Verdict) {
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }]
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail }
}

const notLoaded = { errcode: -1008, errmsg: '下载错误,请检查媒体链接是否有效', detail: [] }

/** What both checks demand; answers the openid. */
function checkCommon({ openid: value, scene, version }: Arguments, visits: Visits): string {
  const openid = openidIn(value)
  // Without it, WeChat runs its first version, whose answers look different.
  if (version !== 2) throw invalidArgument('version: the local cloud knows version 2 only')
  if (![1, 2, 3, 4].includes(scene as number)) throw invalidArgument('scene')
  if (!visits.isRecent(openid)) throw new OpenApiRefusal(61010, 'the user has not visited within two hours')
  return openid
}

function newTraceId(): string {
  return [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
}
