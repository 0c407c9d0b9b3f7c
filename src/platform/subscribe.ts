import Taro from '@tarojs/taro'

/** What a person, or WeChat for them, says of one template. */
export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter'
/** off: the person switched all subscribed messages off in WeChat's settings. */
export type Subscribed = Readonly<Record<string, SubscribeAnswer>> | 'off' | 'failed'

/** WeChat's limit in one question that every phone takes. */
const most = 3
const switchedOff = 20004

/**
 * Asks whether messages of these templates may come. WeChat allows it only directly in a tap: with no await before.
 * @param _question for a browser, which has no dialogue of its own for it
 */
export async function askSubscribe(templateIds: readonly string[], _question = ''): Promise<Subscribed> {
  const asked = templateIds.slice(0, most)
  try {
    // Taro's type demands what another platform needs.
    const options = { tmplIds: asked } as Taro.requestSubscribeMessage.Option
    const answer: Readonly<Record<string, unknown>> = { ...(await Taro.requestSubscribeMessage(options)) }
    return Object.fromEntries(asked.map((id) => [id, isAnswer(answer[id]) ? answer[id] : 'reject']))
  } catch (error) {
    return (error as { errCode?: number }).errCode === switchedOff ? 'off' : 'failed'
  }
}

const answers: readonly unknown[] = ['accept', 'reject', 'ban', 'filter']
const isAnswer = (value: unknown): value is SubscribeAnswer => answers.includes(value)
