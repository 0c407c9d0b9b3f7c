import { helpMatterOf } from '../../src/domain/notice/help'
import { noticeAbouts } from '../../src/domain/notice/kinds'
import { makeFinder } from '../../src/domain/search'
import { findMatterName } from '../../src/knowledge/names'
import { searchCues, searchEntries, searchModel } from '../../src/knowledge/search'
import { noticeHelpWords } from '../../src/text/notice-help'

const finder = makeFinder({ entries: searchEntries, model: searchModel, cues: searchCues })

describe('the first sentence of a request that comes from a notice', () => {
  it.each(noticeAbouts.map((about) => [`${about.kind} ${about.what}`, about] as const))(
    'of %s sounds like no danger, so that nobody is stopped before they send it',
    (_, about) => {
      const { hits } = finder.look(noticeHelpWords(about), { shown: () => true })
      expect(hits.filter(({ danger }) => danger)).toEqual([])
      const matter = helpMatterOf(about)
      expect(matter === null ? undefined : findMatterName(matter)?.emergency).toBeFalsy()
    },
  )

  it('names what the notice is about', () => {
    expect(noticeHelpWords({ kind: 'service', what: 'certification' })).toBe(
      '看到“养老保险资格认证”的通知，我家需要帮忙。',
    )
    expect(noticeHelpWords({ kind: 'work', what: 'other' })).toBe('看到通知，我家需要帮忙。')
  })
})
