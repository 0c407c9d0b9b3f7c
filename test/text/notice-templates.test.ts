import { noticeKinds, noticeWhats, type NoticeKind } from '../../src/domain/notice/kinds'
import type { NoticeSpan } from '../../src/domain/notice/notice'
import { freshFilling, noticeTemplates, type Filling } from '../../src/domain/notice/template'
import { audienceText, placesTexts } from '../../src/text/notice-places'
import { noticeBlanks } from '../../src/text/notice-template-words'
import { groupTextOf, restoredTexts, writtenFrom } from '../../src/text/notice-templates'
import { at, began } from '../domain/support/notices'

const world = (...places: readonly string[]) => ({ places, now: began })
const afternoon: NoticeSpan = { from: at('11-24T14:00'), until: at('11-24T17:00'), isNow: false }
const filled = (kind: NoticeKind, what: string, over: Partial<Filling> = {}): Filling => {
  const fresh = freshFilling(kind, { kind: 'buildings', ids: ['one'] })
  return { ...fresh, span: afternoon, ...over, choices: { ...fresh.choices, what, ...over.choices } }
}
const written = (kind: NoticeKind, filling: Filling, ...places: readonly string[]) => {
  const notice = writtenFrom(kind, filling, world(...(places.length > 0 ? places : ['5号楼'])))
  if (!notice) throw new Error('something is missing')
  return notice
}

describe('a title in a group’s preview', () => {
  const power = (span: NoticeSpan, ...places: readonly string[]) =>
    written('outage', filled('outage', 'power', { span }), ...places).title
  const night = { from: at('11-24T22:00'), until: at('11-25T06:00'), isNow: false }

  it.each([
    ['5号楼11月24日14:00–17:00停电', power(afternoon)],
    ['1–3号楼11月24日14:00–17:00停电', power(afternoon, '1号楼', '2号楼', '3号楼')],
    ['1、3、7号楼11月24日14点–17点停电', power(afternoon, '1号楼', '3号楼', '7号楼')],
    ['5号楼11月24日22点–11月25日6点停电', power(night)],
    ['5号楼正在停电', power({ from: null, until: null, isNow: true })],
    ['5号楼正在停电，预计11月24日17:00恢复', power({ ...afternoon, from: null, isNow: true })],
    ['5号楼11月24日14:00起停电', power({ ...afternoon, until: null })],
    [
      '5号楼11月24日14:00–17:00打疫苗',
      written('service', filled('service', 'vaccination', { words: { where: '居委会' } })).title,
    ],
    [
      '5号楼11月24日14点–17点养老保险资格认证',
      written('service', filled('service', 'certification', { words: { where: '居委会' } })).title,
    ],
    [
      '5号楼有人捡到一串钥匙',
      written('lost-found', filled('lost-found', 'found', { span: null, words: { thing: '一串钥匙', where: '门口' } }))
        .title,
    ],
    ['5号楼请注意用气安全', written('safety', filled('safety', 'gas', { span: null })).title],
  ])('%s', (title, made) => {
    expect(made).toBe(title)
  })

  it('has the place first and 24 characters at most, whatever it is about and however many places there are', () => {
    const places = ['5号楼', '阳光花园东区12号楼3单元', '西街社区']
    const spans = [afternoon, night, null, { from: null, until: null, isNow: true }, { ...afternoon, until: null }]
    const words = {
      where: '党群服务中心二楼大会议室',
      topic: '晾衣架装在哪里好，大家说说',
      thing: '一只会说话的鹦鹉',
      name: '安装新的充电桩',
    }
    for (const kind of noticeKinds)
      for (const what of noticeWhats[kind])
        for (const span of spans)
          for (const names of [...places.map((name) => [name]), places, ['1号楼', '2号楼', '9号楼']]) {
            const notice = writtenFrom(kind, filled(kind, what, { span, words }), world(...names))
            if (notice === null) {
              expect([kind, span]).toEqual(['outage', null])
              continue
            }
            expect([...notice.title].length).toBeLessThanOrEqual(24)
            expect(notice.title.slice(0, 1)).toMatch(/^[15阳西]$/)
            expect(`${notice.title}${notice.body}`).not.toMatch(/undefined|null|NaN|。。|^\n|\n\n|。，/)
          }
  })
})

describe('what stands below it', () => {
  it('of an outage: where and when with the weekday, why, what helps, and what was added', () => {
    const filling = filled('outage', 'water', { choices: { reason: 'repair' }, words: { more: '送水车停在南门' } })
    expect(written('outage', filling).body).toBe(
      [
        ...['5号楼：11月24日（周二）14:00–17:00停水。', '原因：检修。'],
        ...['请提前存些水。停水时关好水龙头，免得来水时家里没有人。', '送水车停在南门。'],
      ].join('\n'),
    )
  })

  it('of what is off already gives no advice for before', () => {
    const filling = filled('outage', 'power', { span: { from: null, until: null, isNow: true } })
    expect(written('outage', filling).body).not.toContain('提前')
  })

  it('of the pension certification: where, what to bring, and that somebody helps', () => {
    const filling = filled('service', 'certification', { words: { where: '党群服务中心', bring: '身份证' } })
    expect(written('service', filling, '西街社区').body).toBe(
      [
        '西街社区：11月24日（周二）14:00–17:00，养老保险资格认证。',
        ...['地点：党群服务中心。', '请带上：身份证。', '不会办的、来不了的，请告诉我们，我们来帮忙。'],
      ].join('\n'),
    )
  })

  it('of what asks for voices names no time that was chosen before it became that', () => {
    const notice = written('meeting', filled('meeting', 'consent', { words: { topic: '加装电梯' } }))
    expect([notice.title, notice.body]).toEqual(['5号楼征求意见：加装电梯', '5号楼：征求意见：加装电梯。'])
  })

  it('is nothing while something is missing', () => {
    expect(writtenFrom('service', filled('service', 'clinic'), world('5号楼'))).toBeNull()
  })
})

describe('the text for a group', () => {
  const notice = written('outage', filled('outage', 'power'))

  it('begins with what it is, ends with who says it, and names the day', () => {
    const text = groupTextOf(notice, false, '第一网格')
    expect(text.startsWith('【停电通知】5号楼：11月24日（周二）14:00–17:00停电。\n')).toBe(true)
    expect(text.endsWith('\n——第一网格')).toBe(true)
    expect(text).not.toMatch(/今天|明天/)
  })

  it('says that it is an emergency', () => {
    expect(groupTextOf(notice, true, '第一网格')).toMatch(/^【紧急·停电通知】/)
  })

  it('says of a lift that it runs again', () => {
    const { title } = restoredTexts({ kind: 'outage', what: 'lift' }, world('5号楼'), at('11-24T16:40'))
    expect(title).toBe('5号楼电梯已恢复运行')
  })

  it('says that it is back, and since when', () => {
    expect(restoredTexts({ kind: 'outage', what: 'power' }, world('5号楼'), at('11-24T16:40'))).toEqual({
      title: '5号楼已恢复供电',
      groupText: '【恢复通知】5号楼已恢复供电（11月24日16:40）。家里还没有恢复的，请告诉我们。',
    })
  })
})

describe('places in a few words', () => {
  it.each([
    ['5号楼', ['5号楼']],
    ['1、2号楼', ['2号楼', '1号楼']],
    ['1–3、5号楼', ['5号楼', '1号楼', '3号楼', '2号楼']],
    ['甲楼、1号楼', ['甲楼', '1号楼']],
  ])('%s', (text, names) => {
    expect(placesTexts(names)[0]).toBe(text)
  })

  it('with those whom it is for', () => {
    expect(audienceText(['1号楼', '2号楼'], ['over-60', 'alone'])).toBe('1、2号楼，60岁以上、独居的住户')
  })
})

it.each(noticeKinds)('every blank of %s has a name', (kind) => {
  expect(Object.keys(noticeBlanks[kind]).sort()).toEqual([...new Set(noticeTemplates[kind].map(({ id }) => id))].sort())
})
