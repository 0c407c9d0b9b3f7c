import { noticeQuestions } from '../../contract'
import { noticeStateAt } from '../../domain/notice/for-me'
import { isOut } from '../../domain/notice/verbs'
import { handle } from '../handle'
import { loadNotice } from './load'

/** More than anybody answers at once; what was answered makes room for the next. */
const mostShown = 50

/** What residents ask and nobody has answered, oldest first, and what was answered. Never whose it is. Two reads. */
export const questions = handle(noticeQuestions, {
  load: loadNotice,
  async work({ noticeId }, { store, loaded, now }) {
    const { rows, cursor } = await store.noticeQuestions.page({
      ...{ where: { noticeId, state: 'open' }, order: 'at', after: null, limit: mostShown },
    })
    return {
      questions: rows.map(({ _id, words, wordsState, at, state }) => ({
        ...{ questionId: _id, words: wordsState === 'shown' ? words : null, at, state },
      })),
      answers: [...loaded.answers],
      isMore: cursor !== null,
      isOver: !isOut(noticeStateAt(loaded, now)),
    }
  },
})
