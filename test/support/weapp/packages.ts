import type { Manifest } from './manifest'
import { WxFailure } from './wx/caller'

/** The sub-packages: fetched when a page of theirs is first needed, or while another page is being read. */
export class Packages {
  private readonly fetched = new Set<string>()

  constructor(
    private readonly manifest: Manifest,
    private readonly isOffline: () => boolean,
  ) {}

  /** By their root, in the order of fetching. */
  get present(): readonly string[] {
    return [...this.fetched]
  }

  /** Fetches what a page needs, and what shall be there while it is being read. Refuses without a network. */
  fetchFor(route: string): void {
    const own = this.manifest.packageOf(route)
    if (own !== undefined && !this.fetched.has(own)) {
      if (this.isOffline()) throw new WxFailure(`loadSubpackage:fail ${own}`)
      this.fetched.add(own)
    }
    if (!this.isOffline()) for (const root of this.manifest.preloadedBy(route)) this.fetched.add(root)
  }
}
