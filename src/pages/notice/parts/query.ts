import type { PageQuery } from '../../../client'
import { noticeOfScene } from '../../../domain/notice/scene'
import { decoded } from '../../request-path'

const fits = /^[A-Za-z0-9_.-]{1,64}$/

/** What stands last in an ordinary link, whichever beginning was registered with WeChat: https://…/n/NOTICE. */
const lastOf = (link: string): string | undefined => /\/([^/?#]+)\/?(?:[?#]|$)/.exec(link)?.[1]

/**
 * Which notice a page was opened for: a card and a line name it (`id`), WeChat's own code carries it (`scene`), and so
 * does the ordinary link that a poster prints (`q`).
 */
export function noticeIdIn({ id, scene, q }: PageQuery): string | null {
  const found = id ?? (scene ? noticeOfScene(decoded(scene)) : undefined) ?? (q ? lastOf(decoded(q)) : undefined)
  return found !== undefined && fits.test(found) ? found : null
}
