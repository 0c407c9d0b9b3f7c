/** What is used here of Taro's plugin API, which its own types leave open. */
interface Platform {
  readonly template?: { readonly nestElements: Map<string, number> }
}
interface PluginContext {
  registerMethod(method: { name: 'onSetupClose'; fn: (platform: Platform) => void }): void
  modifyComponentConfig(change: (given: { readonly componentConfig: { readonly includes: Set<string> } }) => void): void
  modifyBuildAssets(change: (given: { readonly assets: Record<string, Asset> }) => void): void
}
interface Asset {
  source(): string | Buffer
  size(): number
}

/**
 * A Taro plugin that leaves out what weighs and does nothing.
 *
 * Scroll views and texts have templates in every mini program, used or not; Taro adds them again as soon as something
 * imports `ScrollView` or `Text`. Blanks between the tags of templates: Taro's own `minifyXML` takes them for HTML,
 * where an input has no end tag, and WeChat then refuses the file.
 */
export default function lean(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }) => {
      // A template does not nest itself, so each stands there once for every level. Only sheets have these two.
      for (const name of ['scroll-view', 'catch-view']) template?.nestElements.set(name, 2)
    },
  })
  ctx.modifyComponentConfig(({ componentConfig: { includes } }) => {
    for (const name of ['scroll-view', 'text', 'static-text']) includes.delete(name)
  })
  ctx.modifyBuildAssets(({ assets }) => {
    const asked = eventsIn(assets)
    for (const [file, asset] of Object.entries(assets)) {
      if (!file.endsWith('.wxml')) continue
      const text = String(asset.source())
        .trim()
        .replace(/>\s+</g, '><')
        .replace(/ bind(\w+)="eh"/g, (binding, event: string) => (asked(event) ? binding : ''))
      if (/<text\b/.test(text)) throw new Error('Something imports Text: config/lean.ts has to leave static-text, too')
      const bytes = Buffer.from(text)
      assets[file] = { source: () => bytes, size: () => bytes.length }
    }
  })
}

/** Whether a script of ours listens to an event: React's name of it (`onLongPress`) outlives every minifier. */
function eventsIn(assets: Readonly<Record<string, Asset>>): (event: string) => boolean {
  const scripts = Object.entries(assets).filter(([file]) => /\.js$/.test(file) && !/^(taro|vendors)\.js$/.test(file))
  const named = new Set(scripts.flatMap(([, asset]) => String(asset.source()).match(/\bon[A-Z]\w+/g) ?? []))
  const events = new Set([...named].map((name) => name.slice(2).toLowerCase()))
  // A tap is `onClick` in React.
  return (event) => event === 'tap' || events.has(event)
}
