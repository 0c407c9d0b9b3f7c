import Taro from '@tarojs/taro'
import { answersQuery, targetQuery, type Target } from '../client'
import { dial } from '../platform/phone'
import { common } from '../text'

/** `/pages/x/index?a=1&b=2`, without what is empty. */
export function pathTo(page: string, ...queries: readonly string[]): string {
  const filled = queries.filter(Boolean)
  return `/pages/${page}/index${filled.length > 0 ? `?${filled.join('&')}` : ''}`
}

/** `answers` are what a text has already said to the matter's questions. */
export const matterPath = (id: string, here: Target | null, answers?: Readonly<Record<string, string>>): string =>
  pathTo('matter', `id=${id}`, targetQuery(here), answersQuery(answers))

const opening = new Set<string>()

/** WeChat keeps ten pages at most. */
const isStackFull = (failure: unknown) => /limit exceed/.test((failure as { errMsg?: string } | null)?.errMsg ?? '')

/** Opens a page above this one. A second tap on the same while it opens is left aside; what fails is said. */
export async function go(path: string): Promise<void> {
  if (opening.has(path)) return
  opening.add(path)
  try {
    await Taro.navigateTo({ url: path }).catch((failure: unknown) => {
      if (!isStackFull(failure)) throw failure
      return Taro.redirectTo({ url: path })
    })
  } catch {
    // Part of the program could not be fetched: whoever is in a hurry must not be left with nothing.
    const { confirm } = await Taro.showModal({
      title: common.notOpened,
      content: common.notOpenedHint,
      confirmText: common.callNow,
      cancelText: common.close,
    })
    if (confirm) await dial('12345')
  } finally {
    opening.delete(path)
  }
}

/** Starts anew at the landing of a place; `mine` makes it the person's own door. */
export const goToDoor = (here: Target | null, { mine = false } = {}): void =>
  void Taro.reLaunch({ url: pathTo('door', targetQuery(here), mine ? 'mine=1' : '') })
