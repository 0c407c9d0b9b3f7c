import path from 'node:path'
import { actions, type ActionName } from '../../contract'
import type { Database, LocalCloud } from '../../local/start'
import { askForData } from './ask'
import { inFolder, startBenchCloud, withCloud } from './cloud'
import type { Bench, Figure } from './figure'
import { building, community, doorCode } from './fill'
import { fillNotices } from './fill-notices'
import { fillPeople, fullComplaint, fullInvitation, fullPeople } from './fill-people'
import { fillRequests } from './fill-requests'
import { fillWishes } from './fill-wishes'
import { inTurns } from './measure'
import { directoryScenarios } from './scale-directory'
import { fileScenarios } from './scale-files'
import { noticeScenarios } from './scale-notices'
import { requestScenarios, type Scenario } from './scale-requests'
import { wishScenarios } from './scale-wishes'

/** How many documents each collection holds, first and second. */
const few = 100
const many = 100_000
/** Of people's collections, which are more, and have more indexes: filling takes its time. */
const manyPeople = 10_000
const turns = 100
const batch = 1_000
/** More than a page; the same in both, so that both find as much. */
const buildingsOfEstate = 60
/** More than a page of people's lists. */
const listLength = 60
/** The most that a latency may grow from few documents to many. */
const mostGrowth = 1.5

const cursor = (value: string | number, id: string) => Buffer.from(JSON.stringify([value, id])).toString('base64url')
const middle = (count: number) => String(Math.floor(count / 2)).padStart(5, '0')
const codeOf = (at: number) => `SCALE${String(at).padStart(6, '0')}`

const whole = { communityId: 'full-00000', gridId: null, cursor: null }
const grid = { ...whole, gridId: 'full-grid' }
const looksBack = { communityId: 'full-00000', cursor: null }
const asked = (action: ActionName, situation: string, openid: string, input: object): Scenario => ({
  ...{ action, situation, openid, of: manyPeople },
  call: () => ({ input }),
})
const { secretary, gridLeader, resident } = fullPeople
/** Among many people of many communities, what one of them reads. */
const peopleScenarios: readonly Scenario[] = [
  asked('me.show', 'with a page of everything', resident, {}),
  asked('home.list', 'the first page of a grid', gridLeader, { ...grid, state: 'declared' }),
  asked('home.list', 'the first page of a community', secretary, { ...whole, state: 'declared' }),
  asked('invitation.places', 'of a community', secretary, { communityId: 'full-00000', gridId: null }),
  asked('invitation.open', 'by a code', resident, { code: fullInvitation.code }),
  asked('invitation.list', 'the first page', secretary, whole),
  asked('invitation.picture', 'of an open one', secretary, { invitationId: fullInvitation.invitationId }),
  asked('member.list', 'the first page of a grid', gridLeader, grid),
  asked('member.list', 'the first page of a community', secretary, whole),
  asked('work.show', 'where much waits', secretary, {}),
  asked('complaint.mine', 'the first page', resident, { cursor: null }),
  asked('complaint.list', 'the first page of a grid', gridLeader, { ...grid, state: 'open' }),
  asked('complaint.list', 'the first page of a community', secretary, { ...whole, state: 'open' }),
  asked('complaint.show', 'one’s own', resident, { complaintId: fullComplaint }),
  asked('check.list', 'the first page of a grid', gridLeader, grid),
  asked('check.list', 'the first page of a community', secretary, whole),
  asked('message.list', 'the first page', resident, { unread: true, cursor: null }),
  asked('message.unread', 'many', resident, {}),
  asked('audit.list', 'the first page', secretary, looksBack),
  asked('report.list', 'the first page', secretary, looksBack),
  asked('miss.list', 'the first page', secretary, looksBack),
]

/** Each way to read. An action that reads and does not stand here fails the bench. */
const scenarios: readonly Scenario[] = [
  {
    action: 'door.open',
    situation: 'by a code',
    call: (count) => ({ input: { by: 'code', code: codeOf(Math.floor(count / 2)) } }),
  },
  {
    action: 'place.list',
    situation: 'the first page',
    call: () => ({ input: { cursor: null } }),
  },
  {
    action: 'place.list',
    situation: 'from the middle on',
    // At few documents less than a page is left from the middle on: begin where a whole one is.
    call: (count) => {
      const at = count === few ? '00040' : middle(count)
      return { input: { cursor: cursor(`社区${at}`, `full-${at}`) } }
    },
  },
  {
    action: 'place.buildings',
    situation: 'the first page of an estate',
    call: () => ({ input: { estateId: 'full-estate', cursor: null } }),
  },
  ...peopleScenarios,
  ...requestScenarios,
  ...wishScenarios,
  ...noticeScenarios,
  ...directoryScenarios,
  ...fileScenarios,
]

/** The reading actions that no scenario measures. */
export const unscaled = (
  known: readonly { readonly name: string; readonly kind: 'read' | 'write' }[] = actions,
  rows: readonly { readonly action: string }[] = scenarios,
): readonly string[] =>
  known
    .filter(({ name, kind }) => kind === 'read' && !rows.some(({ action }) => action === name))
    .map(({ name }) => name)

/** Every collection that is read holds `count` documents. */
function fillTo(database: Database, count: number): void {
  const inBatches = (collection: string, make: (at: number) => object) => {
    for (let from = 0; from < count; from += batch) {
      const size = Math.min(batch, count - from)
      database.insert(
        collection,
        Array.from({ length: size }, (_, at) => make(from + at)),
      )
    }
  }
  inBatches('communities', (at) => community(at, { agencies: at === 0 ? 10 : 0, mostAsked: 4 }))
  inBatches('buildings', (at) => building(at, at < buildingsOfEstate ? undefined : `other-${at % (count / 50)}`))
  // Only the first estate belongs to the community: every door leads there.
  const doors = (at: number) => `full-building-${String(at % buildingsOfEstate).padStart(5, '0')}`
  inBatches('doorCodes', (at) => doorCode(codeOf(at), doors(at)))
  fillPeople(database, { count: Math.min(count, manyPeople), ofOne: listLength })
  fillRequests(database, { count, ofOne: listLength })
  // A wall of `count` cards, of both colours.
  fillWishes(database, { count: count / 2, ofOne: listLength / 2 })
  fillNotices(database, { count, ofOne: listLength })
}

/** One instance each: which of several answers is chance. */
const cloudOf = (folder: string, count: number) => async (): Promise<LocalCloud> => {
  const cloud = await startBenchCloud({ dataFile: path.join(folder, String(count), 'data.db'), workers: 1 })
  try {
    fillTo(cloud.database, count)
    return cloud
  } catch (error) {
    await cloud.close()
    throw error
  }
}

async function measure(
  { action, situation, call, openid, of = many }: Scenario,
  small: LocalCloud,
  large: LocalCloud,
): Promise<Figure> {
  const { first, second, ratio } = await inTurns(
    () => askForData(small, action, call(few), openid),
    () => askForData(large, action, call(many), openid),
    turns,
  )
  return {
    bench: 'scale',
    what: `${action}, ${situation}: latency at ${of} documents to that at ${few}`,
    value: ratio,
    unit: '×',
    most: mostGrowth,
    beside: `${first.toFixed(2)} ms → ${second.toFixed(2)} ms`,
  }
}

export const scale: Bench = {
  name: 'scale',
  needs: ['cloud'],
  run: ({ log }) =>
    inFolder((folder) =>
      withCloud(cloudOf(folder, few), (small) => {
        log(`filling ${many} documents into each collection`)
        return withCloud(cloudOf(folder, many), async (large) => {
          const figures: Figure[] = unscaled().map((action) => ({
            bench: 'scale',
            what: `${action}: no scenario`,
            value: Number.NaN,
            unit: '×',
            most: mostGrowth,
          }))
          for (const scenario of scenarios) figures.push(await measure(scenario, small, large))
          return figures
        })
      }),
    ),
}
