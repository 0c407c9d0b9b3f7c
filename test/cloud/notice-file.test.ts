import { zipSync } from 'fflate'
import { kindByBytes } from '../../src/cloud/files/notice-file-kind'
import { sweep } from '../../src/cloud/sweep'
import { largestNoticeFile } from '../../src/contract'
import { day, hour } from '../../src/domain/time/clock'
import { workbookOf } from '../support/workbook'
import type { Connected } from './support/cloud'
import { afternoon, ask, dataOf, leader, platform, secretary, startVoices } from './support/notice-voices'
import { freshKey, keys } from './support/people'

jest.setTimeout(60_000)

let cloud: Connected
beforeAll(async () => {
  cloud = await startVoices()
})
afterAll(() => cloud.close())

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
const part = (text: string) => Buffer.from(text)
const office = (...parts: readonly string[]) =>
  Buffer.from(zipSync(Object.fromEntries(['[Content_Types].xml', ...parts].map((name) => [name, part('<x/>')]))))
const docx = office('word/document.xml')
const xlsx = workbookOf({ 表: [['楼', '时间']] })

interface Begun {
  readonly fileId: string
  readonly path: string
}
const begin = (name: string, size = 100, openid = leader) =>
  ask<Begun>(cloud, openid, 'noticefile.begin', { communityId: 'lane', name, size })
const begun = (name: string) =>
  dataOf<Begun>(cloud, leader, 'noticefile.begin', { communityId: 'lane', name, size: 100 })
const add = (fileId: string, uploaded: string, openid = leader, key = freshKey()) =>
  ask(cloud, openid, 'noticefile.add', { fileId, uploaded }, { key })
const rowOf = (id: string) => cloud.database.find('noticeFiles', { _id: id })[0]
const textOf = (fileId: string, field: 'fileId' | 'copyName') => rowOf(fileId)?.[field] as string
const paths = () => cloud.files.list().map(({ path }) => path)

/** A phone puts bytes where it was told to, and hands them in. */
async function handIn(name: string, bytes: Buffer) {
  const { fileId, path } = await begun(name)
  const uploaded = await platform.upload(path, bytes)
  return { fileId, path, uploaded, reply: await add(fileId, uploaded) }
}

describe('the file of a notice', () => {
  it.each([
    ['通知.pdf', pdf],
    ['通知.docx', docx],
    ['时间表.XLSX', xlsx],
  ])('%s is taken over, out of the phone’s reach', async (name, bytes) => {
    const { fileId, path, reply } = await handIn(name, bytes)
    expect(reply).toMatchObject({ ok: true, data: { fileId, name, size: bytes.length } })
    expect(paths()).not.toContain(path)
    const copy = textOf(fileId, 'fileId')
    expect(copy).toContain('/notices/')
    expect(Buffer.from((await cloud.files.contents(copy)) ?? '').equals(bytes)).toBe(true)
    expect(path).not.toContain(textOf(fileId, 'copyName'))
  })

  it.each([
    ['a text that is called a PDF', '通知.pdf', part('hello')],
    ['a PDF that was cut off', '通知.pdf', pdf.subarray(0, 20)],
    ['a workbook that is called a document', '通知.docx', xlsx],
    ['a document with a program in it', '通知.docx', office('word/document.xml', 'word/vbaProject.bin')],
    ['any other zip', '通知.docx', Buffer.from(zipSync({ 'a.txt': part('x') }))],
    ['a zip that was cut off', '时间表.xlsx', xlsx.subarray(0, xlsx.length - 30)],
  ])('that is %s is refused, and its upload goes', async (_, name, bytes) => {
    const { path, reply } = await handIn(name, bytes)
    expect(reply).toMatchObject({ refused: 'noticefile.kind' })
    expect(paths()).not.toContain(path)
  })

  it('of more than ten megabytes is refused, whatever was said before', async () => {
    expect(await begin('通知.pdf', largestNoticeFile + 1)).toMatchObject({ refused: 'noticefile.too-large' })
    const large = Buffer.concat([pdf, Buffer.alloc(largestNoticeFile), part('%%EOF')])
    expect((await handIn('通知.pdf', large)).reply).toMatchObject({ refused: 'noticefile.too-large' })
  })

  it.each([
    ['通知.exe', 'noticefile.kind'],
    ['通知', 'noticefile.kind'],
    ['坏话.pdf', 'content.refused'],
    ['断线.pdf', 'content.unchecked'],
  ])('is not begun under the name %s', async (name, refused) => {
    expect(await begin(name)).toMatchObject({ refused })
  })

  it('handed in twice, by the same key or another, stays one', async () => {
    const { fileId, uploaded } = await handIn('通知.pdf', pdf)
    const copy = rowOf(fileId)?.['fileId']
    expect(await add(fileId, uploaded)).toMatchObject({ ok: true, data: { fileId } })
    expect(rowOf(fileId)?.['fileId']).toBe(copy)
  })

  it('is nobody else’s to hand in, and is no file from elsewhere', async () => {
    const { fileId, path } = await begun('通知.pdf')
    const uploaded = await platform.upload(path, pdf)
    expect(await add(fileId, uploaded, secretary)).toMatchObject({ refused: 'role.forbidden' })
    expect(await add(fileId, `https://example.cn/${path}`)).toMatchObject({ refused: 'noticefile.missing' })
    expect(await add(fileId, 'cloud://local/uploads/notices/other.pdf')).toMatchObject({
      refused: 'noticefile.missing',
    })
    expect(await begin('通知.pdf', 100, 'openid-nobody')).toMatchObject({ refused: 'role.forbidden' })
  })
})

describe('after a day', () => {
  const run = (now: number) => sweep({ store: cloud.store, platform, keys, now, hasTime: () => true })

  it('what is in no notice is swept with every file that may belong to it', async () => {
    const taken = await handIn('通知.pdf', pdf)
    const left = await begun('没交的.pdf')
    await platform.upload(left.path, pdf)
    const copy = `notices/${textOf(taken.fileId, 'copyName')}.pdf`
    await run(afternoon + 23 * hour)
    expect(paths()).toContain(copy)
    await run(afternoon + day + hour)
    expect([rowOf(taken.fileId), rowOf(left.fileId)]).toEqual([undefined, undefined])
    expect(paths().filter((path) => path === copy || path === left.path)).toEqual([])
  })

  it('what a notice carries stays', async () => {
    const { fileId } = await handIn('通知.pdf', pdf)
    cloud.database.modify('noticeFiles', { _id: fileId }, { $set: { used: true } })
    await run(afternoon + 2 * day)
    expect(rowOf(fileId)).toBeDefined()
  })
})

it('knows no kind that it was not told of', () => {
  expect([pdf, docx, xlsx, part('PK'), Buffer.alloc(0)].map(kindByBytes)).toEqual(['pdf', 'docx', 'xlsx', null, null])
})
