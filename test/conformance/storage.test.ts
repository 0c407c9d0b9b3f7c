import { openTarget, run } from './support/target'
import { errorOf } from './support/words'

const target = openTarget()
const path = (name: string) => `conformance/${run}/${name}`
const made = new Set<string>()

async function upload(name: string, text: string): Promise<string> {
  const { fileID } = await target.sdk.uploadFile({ cloudPath: path(name), fileContent: Buffer.from(text) })
  made.add(fileID)
  return fileID
}
const read = async (fileID: string) => (await target.sdk.downloadFile({ fileID })).fileContent.toString()
const linkOf = async (fileID: string) => (await target.sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]

afterEach(async () => {
  if (made.size > 0) await target.sdk.deleteFile({ fileList: [...made] })
  made.clear()
})

describe('a file of the storage', () => {
  it('is known by cloud:// and its path', async () => {
    expect(await upload('a.txt', 'hello')).toMatch(new RegExp(`^cloud://.+/${path('a.txt')}$`))
  })

  it('comes back as it was', async () => {
    expect(await read(await upload('a.txt', '家门口 😀'))).toBe('家门口 😀')
  })

  it('may be empty', async () => {
    expect(await read(await upload('empty.txt', ''))).toBe('')
  })

  it('lies in no folder without a name', async () => {
    await errorOf(target.sdk.uploadFile({ cloudPath: `/${path('a.txt')}`, fileContent: Buffer.from('x') }))
  })

  it('is replaced by another one of the same path, under the same id', async () => {
    const first = await upload('a.txt', 'one')
    const second = await upload('a.txt', 'two')
    expect(second).toBe(first)
    expect(await read(first)).toBe('two')
  })

  it('has a link that anybody can follow', async () => {
    const link = await linkOf(await upload('a.txt', 'hello'))
    expect(link?.status).toBe(0)
    const response = await fetch(link?.tempFileURL ?? '')
    expect(await response.text()).toBe('hello')
  })

  it('has links for several at once, in their order', async () => {
    const fileList = [await upload('a.txt', 'a'), await upload('b.txt', 'b')]
    const links = (await target.sdk.getTempFileURL({ fileList })).fileList
    expect(links.map(({ fileID }) => fileID)).toEqual(fileList)
  })

  it('is gone after it was deleted', async () => {
    const fileID = await upload('a.txt', 'hello')
    const { fileList } = await target.sdk.deleteFile({ fileList: [fileID] })
    expect(fileList).toEqual([expect.objectContaining({ fileID, status: 0 })])
    await errorOf(target.sdk.downloadFile({ fileID }))
  })

  it('that never was has no link', async () => {
    const fileID = (await upload('a.txt', 'x')).replace('a.txt', 'nowhere.txt')
    expect((await linkOf(fileID))?.status).not.toBe(0)
  })
})
