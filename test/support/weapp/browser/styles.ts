import postcss from 'postcss'
import type { WeappFiles } from '../files'
import { builtIns, inner } from '../vocabulary'

/** How WeChat draws its components before any style of the mini program. */
const defaults = `
  html, body { margin: 0 }
  .weapp-page { display: block; min-height: 100vh; font-size: 16px; line-height: 1.4; -webkit-text-size-adjust: none }
  page, wx-view, wx-form, wx-scroll-view, wx-picker, wx-picker-view, wx-swiper, wx-swiper-item, wx-navigator,
  wx-checkbox-group, wx-radio-group, wx-rich-text, wx-cover-view, comp { display: block }
  wx-text, wx-label { display: inline } wx-text { white-space: pre-line }
  wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden }
  wx-image > img { width: 100%; height: 100% }
  wx-button { display: block; position: relative; margin: 0 auto; padding: 0 14px; box-sizing: border-box;
    font-size: 18px; text-align: center; line-height: 2.55555556; border-radius: 5px; overflow: hidden; color: #000;
    background: #f8f8f8 }
  wx-button::after { content: ' '; position: absolute; left: 0; top: 0; width: 200%; height: 200%;
    border: 1px solid rgba(0, 0, 0, .2); transform: scale(.5); transform-origin: 0 0; box-sizing: border-box;
    border-radius: 10px; pointer-events: none }
  wx-button[disabled] { color: rgba(0, 0, 0, .3) }
  wx-input { display: block; overflow: hidden; white-space: nowrap; height: 1.4rem; min-height: 1.4rem }
  wx-textarea { display: block; width: 300px; height: 150px }
  wx-input > input, wx-textarea > textarea { width: 100%; height: 100%; margin: 0; padding: 0; border: 0; outline: 0;
    background: none; color: inherit; font: inherit; box-sizing: border-box }
  wx-scroll-view { overflow: auto }
  [hidden] { display: none !important }`

const typeSelector = /(^|[\s>+~,(])([a-z][\w-]*)(?=[\s>+~,.:#[)]|$)/g
const names = (selector: string) =>
  selector.replace(typeSelector, (whole, before: string, tag: string) => {
    if (tag === 'page') return `${before}.weapp-page`
    return builtIns.has(tag) ? before + inner(tag) : whole
  })

/** WeChat's 750 rpx are the width of the screen. */
const lengths = (value: string) =>
  value.replace(/(-?[\d.]+)rpx/g, (_, number: string) => `calc(${number} * 100vw / 750)`)

function translated(wxss: string, scope = ''): string {
  const root = postcss.parse(wxss)
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && String(rule.parent.name).endsWith('keyframes'))
      return
    rule.selectors = rule.selectors.map((selector) => scope + names(selector))
  })
  root.walkDecls((declaration) => {
    declaration.value = lengths(declaration.value)
  })
  return root.toString()
}

/** WXSS as a browser understands it: the app's first, then each page's own within that page. */
export function stylesOf({ texts }: WeappFiles): string {
  const pages = Object.entries(texts).filter(([file]) => file.endsWith('.wxss') && file !== 'app.wxss')
  const own = pages.map(([file, text]) => translated(text, `[data-route="${file.slice(0, -'.wxss'.length)}"] `))
  return [defaults, translated(texts['app.wxss'] ?? ''), ...own].join('\n')
}
