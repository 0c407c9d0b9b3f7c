import { appId } from '../environment'

/** How a CloudID travels here: what `wx.cloud.CloudID(text)` becomes on its way. WeChat's own form is not told. */
export const cloudIdMark = '$cloudID'
/** WeChat opens no more in one call. */
const mostOpened = 5
/** The CloudIDs that there are here, instead of WeChat's: each names a group. */
const ofGroup = /^local-group-([\w-]{1,64})$/

interface Marked {
  readonly [cloudIdMark]: string
}
const isMarked = (value: unknown): value is Marked =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Marked>)[cloudIdMark] === 'string'

/**
 * Puts what a CloudID stands for in its place, as WeChat does: only in the fields at the top of what a phone sends, and
 * five of them at most. One that is none of ours is answered as an expired one; anywhere else it stays the text that it is.
 */
export function openCloudIds(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  let opened = 0
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      isMarked(value) && opened++ < mostOpened ? openData(value[cloudIdMark]) : withoutMarks(value),
    ]),
  )
}

function openData(cloudID: string): object {
  const [, opengid] = ofGroup.exec(cloudID) ?? []
  return opengid === undefined
    ? { cloudID, errCode: -601006, errMsg: 'cloudID expired' }
    : { cloudID, data: { opengid, watermark: { appid: appId, timestamp: Math.floor(Date.now() / 1000) } } }
}

/** Deeper than any call of ours: what somebody nested without end is handed on as it came. */
const deepest = 20

/** A JSON value with each CloudID as its text. */
function withoutMarks(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (isMarked(value)) return value[cloudIdMark]
  if (Array.isArray(value)) return value.map((one) => withoutMarks(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutMarks(one, depth + 1)]))
}
