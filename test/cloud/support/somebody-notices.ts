import { sealedAt } from '../../../src/cloud/people/ids'
import type { Keys } from '../../../src/cloud/keys'
import { day } from '../../../src/domain/time/clock'
import { aNoticeEvent, aNoticeRow, anEdition } from './notices'

interface Living {
  readonly person: string
  /** Ids of theirs. */
  readonly own: (name: string) => string
  /** When it happened, and today (ms). */
  readonly at: number
  readonly now: number
  readonly keys: Keys
  readonly known: { readonly name: string; readonly words: string; readonly answer: string }
}

const other = 'another-resident'

/** What somebody has done with notices: one that they wrote, one that asks and is open, and one that is over. */
export function noticeLifeOf({ person, own, at, now, keys, known }: Living) {
  const place = { communityId: 'west-street', until: now + 200 * day }
  const consultation = (until: number) => ({
    options: [
      { id: 'yes', text: '同意装' },
      { id: 'no', text: '不同意' },
    ],
    ...{ most: 1, each: 'household' as const, until, names: 'office' as const, isSigned: true },
  })
  const asking = (name: string, until: number) =>
    aNoticeRow(at, {
      ...{ _id: own(name), consultation: consultation(until), nextAt: now + 400 * day, actors: [other] },
      shown: anEdition(at, { title: '装不装晾衣架', writer: other, validUntil: now + 20 * day, span: null }),
      events: [aNoticeEvent(at, { person: other })],
    })
  const written = aNoticeRow(at, {
    ...{ _id: own('notice'), nextAt: now + 400 * day, actors: [person, other] },
    shown: anEdition(at, {
      ...{ body: known.answer, writer: person, validUntil: now + 20 * day, fileId: own('notice-file') },
      pictures: [own('picture'), 'of-another'],
    }),
    unread: { writers: [person, other], isSecretarys: false, since: at },
    events: [aNoticeEvent(at, { person }), aNoticeEvent(at, { id: '2', verb: 'review', person: other, to: 'out' })],
    shares: [{ token: 'token-of-card', groupId: own('group'), person, edition: 1, at }],
    reminds: [{ buildingId: 'heyuan-1', edition: 1, at, by: person }],
    answers: [{ id: 'a1', question: '水什么时候来', answer: '下午三点', at }],
  })
  const opening = { noticeId: own('notice'), ...place, person, at, token: null, group: null, openedIn: null }
  const question = (name: string, state: string) => ({
    ...{ _id: own(name), input: 'said', turn: own(`turn-${name}`), noticeId: own('notice'), ...place, person },
    ...{ words: known.words, wordsState: 'shown', at, state },
  })
  const voice = (name: string, noticeId: string) => ({
    ...{ _id: own(name), noticeId, ...place, person, notedBy: null, roomId: own('room'), choices: ['yes'] },
    ...{ household: 'declared', words: known.words, wordsState: 'shown', at, keyId: keys.currentKey },
    name: keys.seal(known.name, sealedAt('voices', 'name', own(name))),
  })
  const signUp = (name: string, beginsAt: number) => {
    const sealed = (text: string) => keys.seal(text, sealedAt('signUps', 'entries.name', own(name)))
    const entry = (number: number, who: string, state: string) => ({
      ...{ number, who, at, state, movedUpAt: null, came: null, isNoted: false },
      name: sealed(who === person ? known.name : '别人'),
    })
    return {
      ...{ _id: own(name), communityId: 'west-street', places: 1, until: beginsAt, beginsAt },
      entries: [entry(1, person, 'left'), entry(2, person, 'in'), entry(3, other, 'waiting')],
      ...{
        people: [person, other],
        untold: [],
        isReminded: true,
        nextAt: now + 400 * day,
        endsAt: now + 200 * day,
        keyId: keys.currentKey,
      },
    }
  }
  return {
    notices: [written, asking('asking', now + day), asking('asked', now - day)],
    openings: [{ _id: own('opening'), ...opening, edition: 1, acknowledgedAt: at }],
    noticeQuestions: [question('question', 'open'), question('answered-question', 'answered')],
    noticeVisits: [
      {
        ...{ _id: own('visit'), noticeId: own('notice'), ...place, buildingId: 'heyuan-1', actors: [person, other] },
        ticks: [
          { id: 't1', roomId: 'r1', by: person, at, isUndone: false },
          { id: 't2', roomId: 'r2', by: other, at, isUndone: false },
        ],
      },
    ],
    noticeGroups: [
      {
        ...{ _id: own('group'), person, communityId: 'west-street', name: '一号楼邻居群' },
        ...{ buildingIds: ['heyuan-1'], wechatId: null, madeAt: at },
      },
    ],
    voices: [
      voice('voice', own('asking')),
      voice('said', own('asked')),
      {
        ...{ ...voice('noted', own('asked')), person: null, notedBy: person, words: '别人的意见' },
        ...{ roomId: 'r2', name: keys.seal('别人', sealedAt('voices', 'name', own('noted'))) },
      },
    ],
    // Under the ids of the notices that offer them.
    signUps: [signUp('asking', now + day), signUp('asked', now - day)],
    noticeFiles: [
      {
        ...{ _id: own('notice-file'), communityId: 'west-street', person, name: '停水说明.pdf', kind: 'pdf' },
        ...{ size: 1200, fileId: 'cloud://none/notice', noticeId: null, used: true, madeAt: at },
        ...{ copyName: own('notice-copy'), uploadId: null },
      },
    ],
  }
}
