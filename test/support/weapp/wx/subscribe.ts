import { WxFailure, type Caller, type Options } from './caller'
import { askCloud, type CloudAddress } from './local-cloud'

/** WeChat took three templates in one question for years and now five; three is what every phone takes. */
const mostTemplates = 3

const answers = new Set(['accept', 'reject', 'ban', 'filter'])

/**
 * The question for subscribed messages: only after a tap, and one answer a template. The local cloud, where there is
 * one, writes the answers down as WeChat does.
 */
export function subscribeApi(caller: Caller, hasGesture: () => boolean, connect: CloudAddress | undefined) {
  const run = (options: Options) => {
    const { tmplIds } = options
    const isAllowed = hasGesture()
    return caller.settle('requestSubscribeMessage', options, ask(tmplIds, isAllowed))
  }
  const ask = async (templates: unknown, isAllowed: boolean) => {
    if (!Array.isArray(templates)) throw new WxFailure('TmplIds parameter type error', { errCode: 10004 })
    if (templates.length === 0) throw new WxFailure("TmplIds can't be empty", { errCode: 10001 })
    if (templates.length > mostTemplates) throw new WxFailure('Templates count out of max bounds', { errCode: 20003 })
    if (!isAllowed) throw new WxFailure('can only be invoked by user TAP gesture.')
    const answer = await caller.ask('requestSubscribeMessage', { tmplIds: templates as string[] })
    if (!answer) throw new WxFailure('The main switch is switched off', { errCode: 20004 })
    for (const template of templates as string[]) {
      if (!answers.has(String(answer[template]))) {
        throw new Error(`answer the template ${template} with accept, reject, ban or filter`)
      }
      // A filtered template was never asked about.
      const told = answer[template]
      if (connect && told !== 'filter')
        await askCloud(connect, 'platform/consent', { templateId: template, answer: told })
    }
    return answer
  }
  return (options: Options = {}) => {
    caller.record('requestSubscribeMessage', options)
    return run(options)
  }
}
