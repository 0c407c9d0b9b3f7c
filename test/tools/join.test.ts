import { sources } from 'webpack'
import join from '../../config/join'

type Change = Parameters<Parameters<typeof join>[0]['modifyBuildAssets']>[0]
type Assets = Parameters<Change>[0]['assets']

/** What the plugin makes of the files of a build. */
function joined(files: Readonly<Record<string, string>>): Record<string, string> {
  const assets: Assets = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, new sources.RawSource(text)]),
  )
  join({ modifyBuildAssets: (change) => change({ assets }) })
  return Object.fromEntries(Object.entries(assets).map(([file, asset]) => [file, String(asset.source())]))
}
const script = (text: string) => joined({ 'a.js': text })['a.js']

describe('what packages share', () => {
  const files = {
    'pages/one/index.js': '"use strict";require("./sub-common/aa.js");require("./sub-common/bb.js");page()',
    'pages/one/in/index.js': 'require("../sub-common/bb.js");require("../sub-vendors.js");page()',
    'pages/one/sub-common/aa.js': 'push(1)',
    'pages/one/sub-common/bb.js': 'push(2)',
    'pages/two/index.js': 'require("./sub-common/aa.js");page()',
    'pages/two/sub-common/aa.js': 'push(1)',
  }

  it('is one file of each package', () => {
    const { 'pages/one/shared.js': one, 'pages/two/shared.js': two, ...others } = joined(files)
    expect([one, two]).toEqual(['push(1)\npush(2)\n', 'push(1)\n'])
    expect(Object.keys(others)).toEqual(['pages/one/index.js', 'pages/one/in/index.js', 'pages/two/index.js'])
  })

  it('is asked for once by each page, from where the page lies', () => {
    const made = joined(files)
    expect(made['pages/one/index.js']).toBe('"use strict";require("./shared.js");page()')
    expect(made['pages/one/in/index.js']).toBe('require("../shared.js");require("../sub-vendors.js");page()')
  })
})

describe('a call of what is imported', () => {
  it.each([
    ['(0,a.b)(c)', 'a.b(c)'],
    ['x=(0,a.b)((0,a.c)())', 'x=a.b(a.c())'],
    ['()=>(0,a.b)(c)', '()=>a.b(c)'],
    ['return(0,a.b)(c)', 'return a.b(c)'],
    ['await(0,a.b)(c)', 'await a.b(c)'],
    ['new(0,a.B)(c)', 'new a.B(c)'],
  ])('%s loses its brackets', (before, after) => {
    expect(script(before)).toBe(after)
  })

  it.each(['f(0,a.b)(c)', 'f()(0,a.b)(c)', 'f[1](0,a.b)(c)', 'f(1,(0,a.b))', '(1,a.b)(c)'])(
    '%s is none, and stays',
    (other) => {
      expect(script(other)).toBe(other)
    },
  )
})

it('leaves every other file as it is', () => {
  const others = { 'app.wxss': '(0,a.b)(c)', 'app.json': '{}' }
  expect(joined(others)).toEqual(others)
})
