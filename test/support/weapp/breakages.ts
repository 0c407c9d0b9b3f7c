import type { WeappFiles } from './files'

type Texts = Record<string, string>

export interface Breakage {
  readonly what: string
  /** Breaks a copy of the bundle's files. */
  readonly break: (texts: Texts, assets: Record<string, number>) => void
  /** What has to be said of it. */
  readonly caughtBy: RegExp
}

const matter = 'pages/matter/index'

/** Replaces in a file, and insists that there was something to replace: a breakage that breaks nothing proves nothing. */
function replace(texts: Texts, file: string, from: string | RegExp, to: string): void {
  const before = texts[file] ?? ''
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} has no ${String(from)} to break`)
  texts[file] = after
}

const replaceJson = (texts: Texts, file: string, change: (json: Record<string, unknown>) => void): void => {
  const json = JSON.parse(texts[file] ?? '') as Record<string, unknown>
  change(json)
  texts[file] = JSON.stringify(json)
}

const remove = (files: Record<string, unknown>, file: string): void => {
  if (!(file in files)) throw new Error(`there is no ${file} to remove`)
  Reflect.deleteProperty(files, file)
}

/** Ways in which a build has gone wrong, or could. */
export const breakages: readonly Breakage[] = [
  {
    what: 'no tap is bound in base.wxml',
    break: (texts) => replace(texts, 'base.wxml', / bindtap="eh"/g, ''),
    caughtBy: /never came true/,
  },
  {
    what: 'taps are bound to a handler that is not there',
    break: (texts) => replace(texts, 'base.wxml', /bindtap="eh"/g, 'bindtap="ehh"'),
    caughtBy: /never came true/,
  },
  {
    what: 'texts are bound to what Taro does not send',
    break: (texts) => replace(texts, 'base.wxml', /\{\{i\.v\}\}/g, '{{i.vv}}'),
    caughtBy: /never came true/,
  },
  {
    what: 'code is made of a text',
    break: (texts) => (texts['common.js'] = `new Function('a', 'return a')(1);${texts['common.js']}`),
    caughtBy: /WeChat makes no function of a text/,
  },
  {
    what: 'utils.wxs is newer than WXS',
    break: (texts) => (texts['utils.wxs'] = `const one = 1\n${texts['utils.wxs']}`),
    caughtBy: /WXS has no const/,
  },
  {
    what: 'the number to call has another name',
    break: (texts) => {
      for (const file of Object.keys(texts)) {
        if (file.endsWith('.js')) texts[file] = (texts[file] ?? '').replaceAll('phoneNumber:', 'phone:')
      }
    },
    caughtBy: /makePhoneCall: parameter\.phoneNumber/,
  },
  {
    what: 'an event’s name is misspelt',
    break: (texts) => replace(texts, 'base.wxml', 'bindtap="eh"', 'bindtpa="eh"'),
    caughtBy: /<view> has no event tpa/,
  },
  {
    what: 'a property’s name is misspelt',
    break: (texts) => replace(texts, 'base.wxml', 'hover-class=', 'hovr-class='),
    caughtBy: /<view> has no property hovr-class/,
  },
  {
    what: 'a tag is HTML’s',
    break: (texts) => replace(texts, 'base.wxml', /<(\/?)image/g, '<$1img'),
    caughtBy: /<img> is no component of WeChat/,
  },
  {
    what: 'an expression in base.wxml is none',
    break: (texts) => replace(texts, 'base.wxml', '{{i.cl}}', '{{i.cl i}}'),
    caughtBy: /base\.wxml:\d+: Fatal/,
  },
  {
    what: 'a tag in base.wxml is not closed',
    break: (texts) => replace(texts, 'base.wxml', '</view>', ''),
    caughtBy: /base\.wxml:\d+: \w+/,
  },
  {
    what: 'utils.wxs names other templates',
    break: (texts) => replace(texts, 'utils.wxs', "return 'tmpl_' + l", "return 'tmplX_' + l"),
    caughtBy: /never came true/,
  },
  {
    what: 'utils.wxs is no script',
    break: (texts) => replace(texts, 'utils.wxs', 'function (l, n, s) {', 'function (l, n, s'),
    caughtBy: /utils\.wxs/,
  },
  {
    what: 'a page does not declare Taro’s recursive component',
    break: (texts) => replaceJson(texts, `${matter}.json`, (json) => delete json.usingComponents),
    caughtBy: /<comp> is no component of WeChat, and pages\/matter\/index\.json declares none/,
  },
  {
    what: 'the recursive component’s code is missing',
    break: (texts) => remove(texts, 'comp.js'),
    caughtBy: /comp\.js/,
  },
  {
    what: 'the sub-package is missing in app.json',
    break: (texts) =>
      replaceJson(texts, 'app.json', (json) => {
        delete json.subPackages
        delete json.preloadRule
      }),
    caughtBy: /never came true/,
  },
  {
    what: 'the preload rule names a package that is not there',
    break: (texts) => replace(texts, 'app.json', '"packages":["pages/matter"', '"packages":["pages/matters"'),
    caughtBy: /preloadRule names pages\/matters, no package/,
  },
  {
    what: 'the tab bar has one tab',
    break: (texts) =>
      replaceJson(texts, 'app.json', (json) => {
        const { list } = json.tabBar as { list: unknown[] }
        json.tabBar = { list: list.slice(0, 1) }
      }),
    caughtBy: /tabBar\.list has two to five items/,
  },
  {
    what: 'a tab’s picture is missing',
    break: (_, assets) => remove(assets, 'assets/tab-me.png'),
    caughtBy: /picture assets\/tab-me\.png is missing/,
  },
  {
    what: 'a page’s JSON is missing',
    break: (texts) => remove(texts, 'pages/me/index.json'),
    caughtBy: /pages\/me\/index\.json, of a page of app\.json, is missing/,
  },
  {
    what: 'a page’s WXML is missing',
    break: (texts) => remove(texts, `${matter}.wxml`),
    caughtBy: /pages\/matter\/index\.wxml, of a page of app\.json, is missing/,
  },
  {
    what: 'a page’s code reaches for the document',
    break: (texts) => (texts[`${matter}.js`] = `document.title = 'x';${texts[`${matter}.js`]}`),
    caughtBy: /document is not defined/,
  },
  {
    what: 'the landing’s code reaches for the window',
    break: (texts) => (texts['pages/door/index.js'] = `window.scrollTo(0, 0);${texts['pages/door/index.js']}`),
    caughtBy: /window is not defined/,
  },
  {
    what: 'taro.js is missing',
    break: (texts) => remove(texts, 'taro.js'),
    caughtBy: /module 'taro\.js' is not defined/,
  },
  {
    what: 'the name of an API is misspelt',
    break: (texts) => {
      for (const file of Object.keys(texts)) {
        if (file.endsWith('.js') && file !== 'taro.js')
          texts[file] = (texts[file] ?? '').replaceAll('makePhoneCall', 'makePhonecall')
      }
    },
    caughtBy: /never came true/,
  },
  {
    what: 'the style sheet is none',
    break: (texts) => replace(texts, 'app.wxss', '}', ''),
    caughtBy: /app\.wxss/,
  },
]

export function broken(files: WeappFiles, { break: apply }: Breakage): WeappFiles {
  const copy = { texts: { ...files.texts }, assets: { ...files.assets } }
  apply(copy.texts, copy.assets)
  return copy
}
