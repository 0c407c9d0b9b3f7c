import { WxFailure, type Caller, type Options } from './caller'

interface TabBarHost {
  /** How many tabs there are. */
  readonly tabs: number
  /** Whether a page of the tab bar is on top: only then WeChat changes it. */
  readonly isShown: () => boolean
}

/** The APIs of the tab bar, with what they leave on it. */
export class TabBar {
  /** Tabs with a red dot. */
  readonly dots = new Set<number>()
  /** Tabs with a text in their corner. */
  readonly badges = new Map<number, string>()

  constructor(
    private readonly caller: Caller,
    private readonly host: TabBarHost,
  ) {}

  get apis() {
    return {
      showTabBarRedDot: this.marked('showTabBarRedDot', (index) => this.dots.add(index)),
      hideTabBarRedDot: this.marked('hideTabBarRedDot', (index) => this.dots.delete(index)),
      setTabBarBadge: this.marked('setTabBarBadge', (index, { text }) => this.badges.set(index, String(text))),
      removeTabBarBadge: this.marked('removeTabBarBadge', (index) => this.badges.delete(index)),
      showTabBar: this.whole('showTabBar'),
      hideTabBar: this.whole('hideTabBar'),
    }
  }

  private marked(name: string, work: (index: number, options: Options) => void) {
    return this.caller.recorded(name, (options) => {
      const { index } = options
      if (typeof index !== 'number') throw new WxFailure('parameter error: parameter.index should be Number')
      if (index < 0 || index >= this.host.tabs) throw new WxFailure('tabbar item not found')
      this.assertShown()
      work(index, options)
    })
  }

  private whole(name: string) {
    return this.caller.recorded(name, () => this.assertShown())
  }

  private assertShown(): void {
    if (!this.host.isShown()) throw new WxFailure('not TabBar page')
  }
}
