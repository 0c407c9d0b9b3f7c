import attributes from './attributes.json'

/** What is used here of Taro's plugin API, which its own types leave open. */
interface Platform {
  readonly template?: { mergeComponents(ctx: unknown, patch: object): void }
}
interface PluginContext {
  registerMethod(method: { name: 'onSetupClose'; fn: (platform: Platform) => void }): void
}

/**
 * A Taro plugin: lets what a screen reader needs through to WeChat's templates, which Taro leaves without it. What runs on
 * the phone has its table from these (config/thin). Taro compiles this one file and nothing that it imports, so the
 * attributes are JSON.
 */
export default function aria(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attributes)
    },
  })
}
