import lean from '../../config/lean'

type Context = Parameters<typeof lean>[0]
type Build = Parameters<Parameters<Context['modifyBuildAssets']>[0]>[0]

/** What the plugin makes of the files of a build. */
function leaner(files: Readonly<Record<string, string>>): Record<string, string> {
  let change: ((given: Build) => void) | null = null
  lean({
    registerMethod: () => undefined,
    modifyComponentConfig: () => undefined,
    modifyBuildAssets: (asked) => void (change = asked),
  })
  const assetOf = (text: string) => ({ source: () => text, size: () => text.length })
  const assets: Build['assets'] = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, assetOf(text)]))
  ;(change as ((given: Build) => void) | null)?.({ assets })
  return Object.fromEntries(Object.entries(assets).map(([file, asset]) => [file, String(asset.source())]))
}

const view = '<view bindtap="eh" bindlongpress="eh" bindtouchstart="eh" catchtouchmove="eh"/>'
const template = (script: string) => leaner({ 'base.wxml': view, 'pages/door/index.js': script })['base.wxml']

describe('the templates', () => {
  it('know no event but those that a script listens to', () => {
    expect(template('a({onTap:b})')).toBe('<view bindtap="eh" catchtouchmove="eh"/>')
    expect(template('a({onLongPress:b})')).toBe('<view bindtap="eh" bindlongpress="eh" catchtouchmove="eh"/>')
  })

  it('take no event for used that only Taro names', () => {
    const files = { 'base.wxml': view, 'taro.js': 'onLongPress', 'vendors.js': 'onTouchStart' }
    expect(leaner(files)['base.wxml']).toBe('<view bindtap="eh" catchtouchmove="eh"/>')
  })

  it('have no blanks between tags, and keep those within', () => {
    expect(leaner({ 'a.wxml': '\n<view>\n  <view class="a b" />\n</view>\n' })['a.wxml']).toBe(
      '<view><view class="a b" /></view>',
    )
  })

  it('fail the build where something shows a Text, which has only half of its templates', () => {
    expect(() => leaner({ 'base.wxml': '<text selectable="{{i.p3}}"></text>' })).toThrow('imports Text')
    expect(() => leaner({ 'base.wxml': '<textarea value="{{i.p3}}"/>' })).not.toThrow()
  })

  it('leave every other file as it is', () => {
    expect(leaner({ 'app.wxss': '.a > .b {}', 'app.js': 'a > b' })).toEqual({
      'app.wxss': '.a > .b {}',
      'app.js': 'a > b',
    })
  })
})
