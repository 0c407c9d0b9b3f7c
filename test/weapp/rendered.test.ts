/** @jest-environment jsdom */
import { demoDoor } from '../support/demo'
import { startWeapp } from '../support/weapp'
import { renderWithSimulate } from '../support/weapp-simulate'

/** What the page sent to setData, rendered by WeChat's older engine through the compiled WXML. */
describe('the compiled templates', () => {
  it('show what the landing sent to the view', async () => {
    const app = startWeapp({
      launch: { path: 'pages/door/index', query: {}, scene: 1047 },
      cloud: () => Promise.resolve({ ok: false, refused: 'door.unknown', requestId: 'r' }),
    })
    await app.untilText('您在哪个小区')
    const view = await renderWithSimulate(app.page.route, app.page.instance.data)
    for (const words of ['有危险', '您在哪个小区', '选择小区和楼栋']) expect(view.text).toContain(words)
    view.dispose()
  })

  it('show the answer of a matter page', async () => {
    const app = startWeapp({
      launch: { path: 'pages/matter/index', query: { id: 'gas-leak', b: demoDoor.buildingId }, scene: 1008 },
      cloud: () => Promise.reject(new Error('no cloud in this test')),
    })
    await app.until(() => app.page.findAll('.contact-main').length > 0)
    const view = await renderWithSimulate(app.page.route, app.page.instance.data)
    for (const words of ['110', '119', '120', '先这样做', '12345']) expect(view.text).toContain(words)
    view.dispose()
  })
})
