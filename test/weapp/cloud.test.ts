import path from 'node:path'
import { functions } from '../../src/cloud/deployment'
import { collections } from '../../src/cloud/store/documents'
import { startLocalCloud, type LocalCloud } from '../../src/local/start'
import { inside, startFixture } from '../support/weapp/fixture'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startLocalCloud({
    dataFile: ':memory:',
    functionsFolder: path.resolve(__dirname, '../../dist/cloud'),
    collections,
    functions,
    storageRule: 'PRIVATE',
  })
})
afterAll(() => cloud.close())

const start = (openid = 'oPhone_a') => startFixture({ connect: { url: cloud.url, openid } })

describe('the mini program with the local cloud, over HTTP', () => {
  it('calls a function and gets its answer', async () => {
    const call =
      "wx.cloud.callFunction({ name: 'api', data: { action: 'door.open', input: { code: 'AAAAAAAAAA' }, release: 1 } })"
    await expect(inside(start(), call)).resolves.toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      result: { ok: false, requestId: expect.any(String) },
    })
  })

  it('gets the real code where there is no such function', async () => {
    await expect(inside(start(), "wx.cloud.callFunction({ name: 'none', data: {} })")).rejects.toMatchObject({
      errCode: -501000,
      errMsg: expect.stringContaining('cloud.callFunction:fail'),
    })
  })

  it('uploads a file, links to it, fetches it back and deletes it', async () => {
    const app = start()
    const filePath = app.addFile(new TextEncoder().encode('漏水'), 'txt')
    const { fileID } = (await inside(
      app,
      `wx.cloud.uploadFile({ cloudPath: 'a/漏水.txt', filePath: '${filePath}' })`,
    )) as { fileID: string }
    expect(fileID).toMatch(/^cloud:\/\/.*\/a\/漏水\.txt$/)
    const { tempFilePath } = (await inside(app, `wx.cloud.downloadFile({ fileID: '${fileID}' })`)) as {
      tempFilePath: string
    }
    expect(inside(app, `wx.getFileSystemManager().readFileSync('${tempFilePath}', 'utf8')`)).toBe('漏水')
    const links = (app2: typeof app) => inside(app2, `wx.cloud.getTempFileURL({ fileList: ['${fileID}'] })`)
    await expect(links(app)).resolves.toMatchObject({ fileList: [{ fileID, status: 0 }] })
    await expect(links(start('oPhone_b'))).resolves.toMatchObject({ fileList: [{ fileID, tempFileURL: '' }] })
    await inside(app, `wx.cloud.deleteFile({ fileList: ['${fileID}'] })`)
    await expect(inside(app, `wx.cloud.downloadFile({ fileID: '${fileID}' })`)).rejects.toMatchObject({
      errCode: -503003,
    })
  })

  it('has no answer where the network is gone', async () => {
    const app = start()
    app.setOffline(true)
    const call = "wx.cloud.callFunction({ name: 'api', data: {} })"
    await expect(inside(app, call)).rejects.toMatchObject({ errMsg: 'cloud.callFunction:fail request:fail' })
  })
})
