import fc from 'fast-check'
import { messageTemplates } from '../../src/cloud/deployment'
import { messageKinds, templateKeys, templateOf } from '../../src/domain/people/messages'
import { clockMarks } from '../../src/domain/request/clock'
import { requestEvents, requestStates } from '../../src/domain/request/verbs'
import { fieldProblem } from '../../src/local/openapi/message-fields'
import { fitted, messageText, templateTitles, templateValues } from '../../src/text/messages'

/** What a param may hold: words that the kinds know, and anything at all. */
const value = fc.oneof(
  fc.constantFrom('complaint', 'answer', 'picture', 'closed', 'answered', 'grid-leader', 'toString', '', '\n'),
  fc.constantFrom(...requestEvents, ...requestStates, ...clockMarks, 'follow-up', 'response', 'joined', '20261122-007'),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)
const ofRequests = ['number', 'step', 'to', 'agency', 'due', 'clock', 'mark', 'whose']
const params = fc.dictionary(
  fc.constantFrom('what', 'state', 'role', 'community', 'until', 'other', ...ofRequests),
  value,
)
const moment = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2099-12-31') })
const pushed = messageKinds.flatMap((kind) => {
  const key = templateOf[kind]
  return key === null ? [] : [{ kind, key }]
})

describe('every kind of news', () => {
  it.each(pushed)('$kind fits the fields of its template, whatever it is about', ({ kind, key }) => {
    const fields = messageTemplates.find((template) => template.key === key)?.fields ?? []
    const holds = (given: Record<string, string>, at: number) => {
      const values = templateValues(key, { kind, params: given }, at)
      expect(values).toHaveLength(fields.length)
      expect(fields.map((field, index) => [field, values[index], fieldProblem(field, values[index])])).toEqual(
        fields.map((field, index) => [field, values[index], undefined]),
      )
    }
    fc.assert(fc.property(params, moment, holds))
  })

  it.each(messageKinds)('%s has words, also without any params and with such that it does not know', (kind) => {
    fc.assert(
      fc.property(params, (given) => {
        for (const text of [messageText({ kind, params: {} }), messageText({ kind, params: given })]) {
          expect(text.title).toMatch(/\p{Script=Han}/u)
          expect(text.body).toMatch(/。$/)
          expect(text.title + text.body).not.toMatch(/undefined|null|NaN|\[object|function/)
        }
      }),
    )
  })

  it.each([
    ['complaint.answered', { state: 'closed' }, '您提的意见办结了'],
    ['check.refused', { what: 'picture' }, '您发的照片没有通过'],
    ['check.shown', {}, '您写的内容通过了'],
    ['member.revoked', { role: 'grid-leader', community: '和苑社区' }, '您在和苑社区的网格长身份收回了'],
    ['member.revoked', {}, '您的身份收回了'],
    ['request.progress', { step: 'start', whose: 'own' }, '您的诉求有人接了，正在办'],
    ['request.progress', { step: 'start', whose: 'joined' }, '您跟进的诉求有人接了，正在办'],
    ['request.progress', { step: 'call-back', to: 'resolved' }, '您的诉求办结了'],
    ['request.progress', { step: 'resolve-by-silence', to: 'resolved' }, '您的诉求到期没等到您回话，按办结处理了'],
    ['request.ask', { step: 'request-info' }, '您的诉求要您补充一点情况'],
    ['request.todo', { step: 'return' }, '有一件诉求退回来了'],
    ['request.due', { mark: 'twice', clock: 'response' }, '有一件诉求超时一倍了'],
  ] as const)('%s with %j says: %s', (kind, given, title) => {
    expect(messageText({ kind, params: given }).title).toBe(title)
  })

  it('has words for a kind that is newer than this release', () => {
    for (const kind of ['wish.taken', 'toString']) {
      expect(messageText({ kind: kind as 'check.shown', params: {} }).title).toBe('有一条新消息')
    }
  })

  it('says who does what somebody asked for, and until when', () => {
    const due = String(Date.parse('2026-11-25T17:00:00+08:00'))
    const params = { number: '20261122-007', step: 'assign', to: 'assigned', agency: '和苑物业', due }
    expect(messageText({ kind: 'request.progress', params }).body).toBe(
      '编号20261122-007。由和苑物业办，最晚11月25日 17:00前办好，点开看详细。',
    )
    expect(messageText({ kind: 'request.progress', params: { ...params, to: 'resolved' } }).body).not.toContain('最晚')
  })

  it('says until when a role was renewed', () => {
    const until = String(Date.parse('2027-11-22T00:00:00+08:00'))
    expect(messageText({ kind: 'member.renewed', params: { until } }).body).toBe('可以接着用到2027年11月22日。')
  })
})

/** One half of a character that takes two places. */
const half = /\p{Surrogate}/u

describe('a text for a field', () => {
  it('stays as it is where it fits', () => {
    expect(fitted('您登记的住处')).toBe('您登记的住处')
  })

  it('is cut with dots where it does not', () => {
    expect(fitted('一二三四五六七八九十一二三四五六七八九十一')).toBe('一二三四五六七八九十一二三四五六七八九…')
  })

  it('never holds half a character, nor a line break, nor more than its place', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[\u{1F600}-\u{1F64F}\n\r\u2028 𠮷家]{0,60}$/u),
    )
    fc.assert(
      fc.property(odd, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = fitted(text, most)
        expect(short.length).toBeLessThanOrEqual(most)
        expect(short).not.toMatch(/[\r\n\u2028\u2029\p{Cc}]/u)
        if (!half.test(text)) expect(short).not.toMatch(half)
      }),
    )
  })
})

describe('the templates', () => {
  it('are those that the code knows, each with a title', () => {
    expect(messageTemplates.map(({ key }) => key)).toEqual([...templateKeys])
    expect(messageTemplates.map(({ title }) => title)).toEqual(templateKeys.map((key) => templateTitles[key]))
  })

  it('are at most as many as WeChat asks about at once', () => {
    expect(templateKeys.length).toBeLessThanOrEqual(3)
  })
})
