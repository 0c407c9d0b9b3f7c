import { plainText } from '../text'
import { WxFailure } from './caller'

/** The real local cloud, by HTTP. */
export interface CloudAddress {
  readonly url: string
  readonly openid: string
}

const noCloud = new WxFailure('-501000 no cloud was given to this test', { errCode: -501000 })

/** Asks the local cloud as the phone of its openid; a refusal becomes WeChat's failure with the cloud's own code. */
export async function askCloud(
  connect: CloudAddress | undefined,
  place: string,
  body: object | Uint8Array,
  signal?: AbortSignal,
): Promise<Record<string, unknown>> {
  if (!connect) throw noCloud
  const isFile = body instanceof Uint8Array
  const response = await fetch(`${connect.url}/${place}`, {
    method: 'POST',
    headers: {
      'x-local-openid': connect.openid,
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
    },
    body: isFile ? new Blob([body.slice()]) : JSON.stringify(body),
    ...(signal && { signal }),
  }).catch(() => Promise.reject(new WxFailure('request:fail', { errCode: -1 })))
  const answer = (await response.json()) as Record<string, unknown>
  if (answer.errCode !== undefined && answer.errCode !== 0) {
    throw new WxFailure(`${plainText(answer.errCode)} ${plainText(answer.errMsg)}`, { errCode: Number(answer.errCode) })
  }
  return answer
}
