import { directoryHome } from '../../src/text/directory-home'
import { noticeCase } from '../../src/text/notice-case'
import { noticeDesk } from '../../src/text/notice-write'

describe('what is late', () => {
  it('says what should have been done, not only when', () => {
    expect(noticeCase.late('等人来看', '周一上午8点41分')).toBe('超时了：等人来看，该周一上午8点41分办好')
    expect(noticeDesk.late('社区书记', '周一上午8点41分')).toBe('超时 · 等社区书记，该周一上午8点41分办好')
  })
})

describe('the example of what can be sought', () => {
  it('fits a line of the care edition', () => {
    // 22 px a character, on a screen of 375 px with the field's own edges.
    expect([...directoryHome.findHint].length).toBeLessThanOrEqual(13)
  })
})
