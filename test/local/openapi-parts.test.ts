import fc from 'fast-check'
import { Clock } from '../../src/local/clock'
import { Sqlite } from '../../src/local/database/sqlite'
import { fieldProblem } from '../../src/local/openapi/message-fields'
import { readFields, writeFields } from '../../src/local/openapi/protobuf'
import { subscribeMessages } from '../../src/local/openapi/subscribe-message'
import { Subscriptions } from '../../src/local/openapi/subscriptions'

describe('a message of protobuf', () => {
  const number = fc.integer({ min: 1, max: 1000 })
  const value = fc.oneof(
    fc.integer(),
    fc.string(),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  )

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ number, value })), (fields) => {
        const read = readFields(writeFields(fields))
        const expected = fields.map(({ number, value }) => ({
          number,
          value: typeof value === 'number' ? BigInt.asUintN(64, BigInt(value)) : Buffer.from(value as string),
        }))
        expect(read).toEqual(expected)
      }),
    )
  })

  it('that is cut off is refused, and never read for ever', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 50 }), (bytes) => {
        const message = writeFields([{ number: 1, value: Buffer.from(bytes) }])
        expect(() => readFields(message.subarray(0, -1))).toThrow(RangeError)
      }),
    )
  })

  it.each(['80', 'ffffffffffffffffffff01', '0a05', '0b', '0d00000000'])('%s is none', (hex) => {
    expect(() => readFields(Buffer.from(hex, 'hex'))).toThrow(RangeError)
  })
})

describe('a field of a message', () => {
  it.each([
    ['thing1', '长'.repeat(20)],
    ['thing1', '😀'.repeat(20)],
    ['number2', '123.45'],
    ['number2', 7],
    ['letter3', 'abcXYZ'],
    ['character_string4', 'A-12_#'],
    ['time5', '15:01'],
    ['time5', '2019年10月1日 15:01'],
    ['time5', '2026-11-21 20:00:00'],
    ['time5', '08:00~09:30'],
    ['date6', '2019年10月1日'],
    ['date6', '2026-11-21'],
    ['date6', '2026年1月1日~2026年1月3日'],
    ['amount7', '￥12.50'],
    ['amount7', '3元'],
    ['phone_number8', '+86-0766-66888866'],
    ['car_number9', '粤A8Z888挂'],
    ['name10', '欧阳某某'],
    ['name10', 'Ouyang'],
    ['phrase11', '配送中'],
    ['symbol12', '!?'],
  ])('%s may be %j', (name, value) => {
    expect(fieldProblem(name, value)).toBeUndefined()
  })

  it.each([
    ['thing1', '长'.repeat(21)],
    ['thing1', '两\n行'],
    ['number2', '12a'],
    ['number2', '1'.repeat(33)],
    ['letter3', '字'],
    ['character_string4', '字'],
    ['time5', '25:00'],
    ['time5', '今天'],
    ['date6', '15:01'],
    ['amount7', '12345678901'],
    ['phone_number8', '1'.repeat(18)],
    ['car_number9', '粤A8Z888挂车'],
    ['name10', '名'.repeat(11)],
    ['name10', '名a'],
    ['phrase11', '六个字的短语'],
    ['phrase11', 'ok'],
    ['picture12', 'x'],
  ])('%s cannot be %j', (name, value) => {
    expect(fieldProblem(name, value)).toBe('invalid')
  })

  it.each([undefined, '', null, {}])('cannot be %j, which is nothing', (value) => {
    expect(fieldProblem('thing1', value)).toBe('is empty')
  })
})

describe('two messages to one person at the same time', () => {
  const template = { id: 't', title: '', fields: ['thing1'] }
  const given = (touser: string) => ({ touser, template_id: 't', data: { thing1: { value: 'x' } } })

  it('are one too many, and the second costs nothing', async () => {
    const sqlite = new Sqlite(':memory:')
    const subscriptions = new Subscriptions(sqlite)
    const apis = subscribeMessages({ clock: new Clock(), subscriptions, templates: [template], pages: undefined })
    const send = async (touser: string) => apis['subscribeMessage.send']?.(given(touser))
    for (const openid of ['a', 'a', 'b']) subscriptions.consent(openid, 't', 'accept')
    const outcomes = await Promise.allSettled([send('a'), send('a'), send('b')])
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { errcode: 43108 } },
      { status: 'fulfilled' },
    ])
    expect(subscriptions.left('a', 't')).toBe(1)
    await expect(send('a')).resolves.toMatchObject({ errcode: 0 })
    sqlite.close()
  })
})
