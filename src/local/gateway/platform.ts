import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../errors'
import type { Platform } from '../openapi/platform'
import { consentAnswers, type ConsentAnswer } from '../openapi/subscriptions'
import { readIdentity } from './call'
import { readJson, sendError, sendJson } from './http'

/** A number that is nobody's, for those who do not say which. */
const anyNumber = '00000000000'

/**
 * What WeChat itself does on a phone, and the demo and the harness have to ask for: `POST /platform/consent` with
 * `{ templateId, answer }` writes down what a person has answered; `POST /platform/phone-code` with `{ phoneNumber }`
 * gives the code of the phone number button.
 */
export async function handlePlatform(
  platform: Platform,
  route: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method !== 'POST') throw new CloudError('INVALID_PARAM', 'the platform is asked by POST')
    const openid = readIdentity(request)
    if (openid === undefined) throw new CloudError('INVALID_PARAM', 'x-local-openid is missing')
    const body = Object(await readJson(request)) as Readonly<Record<string, unknown>>
    sendJson(response, JSON.stringify(answer(platform, route, openid, body)))
  } catch (error) {
    if (error instanceof RangeError) return sendError(response, new CloudError('INVALID_PARAM', error.message))
    if (!(error instanceof CloudError)) throw error
    sendError(response, error)
  }
}

function answer(platform: Platform, route: string, openid: string, body: Readonly<Record<string, unknown>>): object {
  const { templateId, phoneNumber } = body
  switch (route) {
    case 'consent':
      if (!isAnswer(body.answer)) throw new RangeError(`answer is one of ${consentAnswers.join(', ')}`)
      platform.consent(openid, String(templateId), body.answer)
      return {}
    case 'phone-code':
      return { code: platform.phoneCode(openid, typeof phoneNumber === 'string' ? phoneNumber : anyNumber) }
    default:
      throw new CloudError('INVALID_PARAM', `the platform knows no ${route}`)
  }
}

function isAnswer(value: unknown): value is ConsentAnswer {
  return consentAnswers.includes(value as ConsentAnswer)
}
