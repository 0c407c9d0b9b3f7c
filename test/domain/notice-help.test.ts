import { helpMatterOf } from '../../src/domain/notice/help'
import { noticeAbouts } from '../../src/domain/notice/kinds'
import { findMatterName } from '../../src/knowledge/names'

it('files help below every kind of notice as a matter that there is, and never as a danger', () => {
  const filed = noticeAbouts.map(helpMatterOf).filter((id) => id !== null)
  expect(filed.filter((id) => (findMatterName(id)?.urgency ?? 'emergency') === 'emergency')).toEqual([])
})

it('knows a matter for everything that can be off', () => {
  expect(noticeAbouts.filter((about) => about.kind === 'outage' && helpMatterOf(about) === null)).toEqual([])
})

it('leaves to the grid leader what fits no matter', () => {
  expect(helpMatterOf({ kind: 'meeting', what: 'sign-up' })).toBeNull()
})
