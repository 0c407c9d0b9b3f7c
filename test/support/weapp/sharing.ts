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

  constructor(
    private readonly isPage: (route: string) => boolean,
    /** A card would open nothing. */
    private readonly onFault: (text: string) => void,
  ) {}

  /** The card of a page; undefined where the page cannot be shared. */
  share(page: WeappPage, from: 'menu' | 'button', node?: WeappNode): ShareCard | undefined {
    if (!page.has('onShareAppMessage')) return undefined
    const target = node && plainTarget(node.element)
    const card = page.run('onShareAppMessage', { from, target }) as Promised | undefined
    const first = plain(card ?? {})
    if (card?.promise) void this.sendLater(card.promise, first)
    else this.send(first)
    return first
  }

  /** A card that is a promise replaces the first one, if it comes in time. */
  private async sendLater(promise: Promise<ShareCard>, first: ShareCard) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<ShareCard>((done) => (timer = setTimeout(() => done(first), patience)))
    const card = await Promise.race([Promise.resolve(promise).catch(() => first), late])
    clearTimeout(timer)
    this.send(plain(card))
  }

  /** WeChat documents a card's path as a whole one, from the root; a phone opens nothing else by it. */
  private send(card: ShareCard) {
    const { path } = card
    if (path !== undefined && !(path.startsWith('/') && this.isPage(path.slice(1).split('?')[0] ?? ''))) {
      this.onFault(`onShareAppMessage: ${path} is no page by its whole path`)
    }
    this.cards.push(card)
  }
}

/** What crosses of a card; a promise is no JSON. */
function plain(card: Promised): ShareCard {
  const { promise: _, ...rest } = card
  return JSON.parse(JSON.stringify(rest)) as ShareCard
}
