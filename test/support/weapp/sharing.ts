import { plainTarget } from './crossing'
import type { WeappNode } from './node'
import type { WeappPage } from './page'

export interface ShareCard {
  readonly title?: string
  readonly path?: string
  readonly imageUrl?: string
}

type Promised = ShareCard & { readonly promise?: Promise<ShareCard> }

/** ms that WeChat waits for a card that is a promise. */
const patience = 3000

/** The cards that were sent from the mini program. */
export class Sharing {
  readonly cards: ShareCard[] = []

  /** The card of a page; undefined where the page cannot be shared. */
  share(page: WeappPage, from: 'menu' | 'button', node?: WeappNode): ShareCard | undefined {
    if (!page.has('onShareAppMessage')) return undefined
    const target = node && plainTarget(node.element)
    const card = page.run('onShareAppMessage', { from, target }) as Promised | undefined
    const first = plain(card ?? {})
    if (card?.promise) void this.sendLater(card.promise, first)
    else this.cards.push(first)
    return first
  }

  /** A card that is a promise replaces the first one, if it comes in time. */
  private async sendLater(promise: Promise<ShareCard>, first: ShareCard) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<ShareCard>((done) => (timer = setTimeout(() => done(first), patience)))
    const card = await Promise.race([Promise.resolve(promise).catch(() => first), late])
    clearTimeout(timer)
    this.cards.push(plain(card))
  }
}

/** What crosses of a card; a promise is no JSON. */
function plain(card: Promised): ShareCard {
  const { promise: _, ...rest } = card
  return JSON.parse(JSON.stringify(rest)) as ShareCard
}
