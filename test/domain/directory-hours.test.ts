import fc from 'fast-check'
import { hoursWords, readHours } from '../../src/domain/directory'
import type { Schedule } from '../../src/domain/routing/types'
import { directoryWords } from '../../src/text/directory-sheets'

const span = (days: Schedule['days'], opensAt: string, closesAt: string): Schedule => ({ days, opensAt, closesAt })
const day = span('every', '08:00', '18:00')
const office = span('workday', '08:30', '17:30')
const halves = [span('workday', '08:30', '12:00'), span('workday', '14:00', '17:30')]
const night = span('every', '18:00', '08:00')

describe('opening hours as keepers type them', () => {
  it.each<[string, Schedule[]]>([
    ['每天 8:00-18:00', [day]],
    ['每天8：00～18：00', [day]],
    ['天天8点到18点', [day]],
    ['全年无休 早上8点至下午6点', [day]],
    ['周一至周日 8-18', [day]],
    ['工作日 8:30-17:30', [office]],
    ['工作日8:30—17:30', [office]],
    ['周一至周五 8:30 - 17:30', [office]],
    ['星期一到星期五，上午8点半至下午5点半', [office]],
    ['周1-5 8:30-17:30', [office]],
    ['工作日 8:30-17:30，法定节假日除外', [office]],
    ['工作日8:30-17:30（节假日休息）', [office]],
    ['除节假日外，工作日8:30-17:30', [office]],
    ['周末休息，工作日8:30-17:30', [office]],
    ['上班时间：工作日8:30-17:30', [office]],
    ['工作日 8:30-12:00，14:00-17:30', halves],
    ['工作日 上午8:30-12:00 下午2:00-5:30', halves],
    ['工作日8:30-12:00、工作日14:00-17:30', halves],
    ['工作日8:30—17:30；周末9点到12点', [office, span('restday', '09:00', '12:00')]],
    ['工作日8:30-17:30\n周六、周日9:00-12:00', [office, span('restday', '09:00', '12:00')]],
    ['周末和节假日 9:00-16:00', [span('restday', '09:00', '16:00')]],
    ['双休日及法定节假日9-16', [span('restday', '09:00', '16:00')]],
    ['法定节假日 9:00-16:00', [span('holiday', '09:00', '16:00')]],
    ['工作日和周末 8:00-18:00', [day]],
    ['工作日24小时', [span('workday', '00:00', '24:00')]],
    ['每天 18:00-次日8:00', [night]],
    ['每天18:00-8:00', [night]],
    ['每天晚上6点到早上8点', [night]],
    ['每天 8:00-24:00', [span('every', '08:00', '24:00')]],
    ['每天 8点到晚上12点', [span('every', '08:00', '24:00')]],
    ['每天晚上7点-9点', [span('every', '19:00', '21:00')]],
    ['每天中午12点到下午1点半', [span('every', '12:00', '13:30')]],
    ['每天中午12点-1点半', [span('every', '12:00', '13:30')]],
    ['工作日 8:30-12:00 14:00-17:30', halves],
    ['工作日下午2:30-5:30', [span('workday', '14:30', '17:30')]],
    ['工作日 下午2:00-5:30，上午8:30-12:00', [...halves].reverse()],
    ['工作日下午2:00-2:30', [span('workday', '14:00', '14:30')]],
    ['每天凌晨3:00-6:00', [span('every', '03:00', '06:00')]],
    ['每天夜里2点到5点', [span('every', '02:00', '05:00')]],
    ['每天 02:30-05:30', [span('every', '02:30', '05:30')]],
    ['每天0:00-6:00，18:00-24:00', [span('every', '00:00', '06:00'), span('every', '18:00', '24:00')]],
    ['每天18:00-24:00，0:00-6:00', [span('every', '18:00', '24:00'), span('every', '00:00', '06:00')]],
    ['每天晚上10点到夜里2点', [span('every', '22:00', '02:00')]],
    ['每天晚上6点-次日8点', [night]],
    ['每天晚上20:00-9:00', [span('every', '20:00', '09:00')]],
    ['每天8:00-18:00，18:00-次日8:00', [day, night]],
    ['\u202d工作日8\u200b:30-17:30\u202c', [office]],
  ])('%s', (typed, schedules) => expect(readHours(typed)).toEqual({ schedules }))

  it.each(['24小时', '全天', '每天24小时', '24小时有人接', '7×24小时', '全天候', '24小时，全年无休', '每天全天'])(
    '%s is round the clock',
    (typed) => expect(readHours(typed)).toEqual({ schedules: [] }),
  )

  it.each<[string, string]>([
    ['8:30-17:30', 'hours-no-days'],
    ['上午8点到12点', 'hours-no-days'],
    ['周一至周六 8:00-18:00', 'hours-other-days'],
    ['每周三下午', 'hours-unclear'],
    ['周三 9:00-11:00', 'hours-other-days'],
    ['每天9点到5点', 'hours-backwards'],
    ['每天 12:00-1:30', 'hours-backwards'],
    ['每天 8:00-8:00', 'hours-backwards'],
    ['每天 8:00-25:00', 'hours-unclear'],
    ['每天 8:75-18:00', 'hours-unclear'],
    ['每天8:00-18:00，法定节假日除外', 'hours-unclear'],
    ['周末9:00-12:00，节假日除外', 'hours-unclear'],
    ['24小时，节假日除外', 'hours-unclear'],
    ['24小时，工作日8:00-18:00', 'hours-unclear'],
    ['工作日', 'hours-unclear'],
    ['工作日8:00-18:00，周末', 'hours-unclear'],
    ['周末休息', 'hours-unclear'],
    ['看情况', 'hours-unclear'],
    ['每天8:00-18:00打老王电话', 'hours-unclear'],
    ['，', 'hours-unclear'],
  ])('does not guess what %s means: %s', (typed, unclear) => expect(readHours(typed)).toMatchObject({ unclear }))

  it.each<[string, string, string | null]>([
    ['工作日8:30-12:00,2:30-5:30', '2:30-5:30', '14:30-17:30'],
    ['工作日 8:30-11:30 1:30-5:00', '1:30-5:00', '13:30-17:00'],
    ['工作日9:00-12:00、1:00-5:00', '1:00-5:00', '13:00-17:00'],
    ['工作日8点半到12点，2点到5点半', '2点-5点半', '14:00-17:30'],
    ['工作日上午8:30-12:00，2:30-5:30', '2:30-5:30', '14:30-17:30'],
    ['工作日08:30-12:00,02:30-05:30', '02:30-05:30', '14:30-17:30'],
    ['工作日8:30-12:00,2:30-17:30', '2:30-17:30', '14:30-17:30'],
    ['工作日8:30-12:00,14:30-5:30', '14:30-5:30', '14:30-17:30'],
    ['工作日8:30-12:00,12:30-5:30', '12:30-5:30', '12:30-17:30'],
    ['工作日8:30-12:00；工作日2:30-5:30', '2:30-5:30', '14:30-17:30'],
    ['工作日8:30-12:00；周末2:30-5:30', '2:30-5:30', '14:30-17:30'],
    ['每天 1:00-6:00', '1:00-6:00', '13:00-18:00'],
    ['每天下午1:00-3:00，4:00-6:00', '4:00-6:00', '16:00-18:00'],
    ['每天 18:00-12:00', '18:00-12:00', '18:00-24:00'],
    ['每天9点到5点', '9点-5点', '09:00-17:00'],
    ['每天 14:00-17:30，8:30-12:00', '8:30-12:00', null],
    ['每天 8:30-17:30，12:00-14:00', '12:00-14:00', null],
    ['每天晚上8:00-8:30', '晚上8:00-8:30', null],
    ['每天 8:00-8:00', '8:00-8:00', null],
  ])('never takes the afternoon for the night: %s', (typed, part, meant) =>
    expect(readHours(typed)).toEqual({ unclear: 'hours-backwards', part, meant }),
  )

  it('names the part that it does not understand', () => {
    expect(readHours('工作日8:30-17:30；周六9:00-12:00')).toEqual({ unclear: 'hours-other-days', part: '周六' })
  })

  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const schedules = fc.array(
    fc.record({
      days: fc.constantFrom<Schedule['days']>('every', 'workday', 'restday', 'holiday'),
      opensAt: clock,
      closesAt: fc.oneof(clock, fc.constant('24:00')),
    }),
    { maxLength: 5 },
  )

  it('come back from the words that an export writes, whatever they are', () => {
    fc.assert(
      fc.property(schedules, (all) => {
        expect(readHours(hoursWords(all, directoryWords))).toEqual({ schedules: all })
      }),
      { numRuns: 2000 },
    )
  })

  it('never overlap, where their days are said once', () => {
    const ranges = fc.array(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 24 })), {
      minLength: 1,
    })
    fc.assert(
      fc.property(ranges, (all) => {
        const read = readHours(`每天${all.map(([from, until]) => `${from}:00-${until}:00`).join('，')}`)
        if ('unclear' in read) return
        const hours = read.schedules.flatMap(({ opensAt, closesAt }) => {
          const [from, until] = [Number.parseInt(opensAt, 10), Number.parseInt(closesAt, 10)]
          return Array.from({ length: until > from ? until - from : until + 24 - from }, (_, at) => from + at)
        })
        expect(new Set(hours).size).toBe(hours.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('never throw, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...['每天', '工作日', '周末', '8:00', '-', '18', '点', '半', '除外', '；', '24小时', '啊', '次日'],
    )
    fc.assert(
      fc.property(fc.array(pieces), (typed) => {
        const read = readHours(typed.join(''))
        expect('unclear' in read || read.schedules.every(({ opensAt }) => /^\d\d:\d\d$/.test(opensAt))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
