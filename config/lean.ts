/** What is used here of Taro's plugin API, which its own types leave open. */
interface PluginContext {
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
 * A scroll view's template goes along in every mini program, used or not, and is the largest of all; Taro adds it again
 * as soon as something imports `ScrollView`. Blanks between the tags of templates: Taro's own `minifyXML` takes them for
 * HTML, where an input has no end tag, and WeChat then refuses the file.
 */
export default function lean(ctx: PluginContext): void {
  ctx.modifyComponentConfig(({ componentConfig }) => void componentConfig.includes.delete('scroll-view'))
  ctx.modifyBuildAssets(({ assets }) => {
    for (const [file, asset] of Object.entries(assets)) {
      if (!file.endsWith('.wxml')) continue
      const text = Buffer.from(String(asset.source()).trim().replace(/>\s+</g, '><'))
      assets[file] = { source: () => text, size: () => text.length }
    }
  })
}
