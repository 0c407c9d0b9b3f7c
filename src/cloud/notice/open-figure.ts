import { dayOf } from '../../domain/time/clock'
import type { Surroundings } from '../handle'
import { pushSoon } from '../message/push'
import { say } from '../people/say'
import type { NoticeRow } from './load'
import { questionsPath } from './open-paths'

/** Where a hundred ask at once each makes the figure true: whoever is too late finds it so, or tries again. */
const mostTries = 12

/**
 * Makes the notice's figure of open questions true. It is counted after the notice was read and written by
 * compare-and-set, so that a question that came in between is in it, or counts anew itself. Never throws: where it could
 * not be written, the next question or answer makes it true.
 */
export async function countQuestions({ store, note }: Pick<Surroundings, 'store' | 'note'>, noticeId: string) {
  try {
    for (let tried = 0; tried < mostTries; tried++) {
      const row = await store.notices.find(noticeId)
      if (!row) return
      const questions = await store.noticeQuestions.count({ noticeId, state: 'open' })
      if (row.questions === questions || (await store.notices.replace({ ...row, questions }))) return
    }
    note('questions.uncounted')
  } catch (fault) {
    note('questions.uncounted', fault)
  }
}

/** Whoever wrote the notice hears of questions once a day. Never throws: the figure says it as well. */
export async function tellAsked(context: Surroundings, row: NoticeRow): Promise<void> {
  const { store, now, note } = context
  const writer = row.shown?.writer ?? null
  if (writer === null || writer === context.person) return
  try {
    const news = say(store, now, {
      ...{ person: writer, kind: 'notice.todo', params: { step: 'asked' }, path: questionsPath(row) },
      cause: `asked ${row._id} ${dayOf(now)}`,
    })
    if ((await store.commit([news])) === 'done') await pushSoon(context, [news.document._id])
  } catch (fault) {
    note('after.failed', fault)
  }
}
