import type { LocalCloud } from '../../local/start'
import { roomsIn, type CommunityRow, type HouseholdRow } from '../../cloud/files/load'
import { keys } from '../support/proof/documents'
import { here } from '../support/proof/situations'
import { FunctionProcess } from './directory-function'
import { buildings, busy, rooms, seen, seenAfter, started, workbook, type Started } from './directory-import-world'
import type { Figure } from './figure'

/** After how many requests to the cloud a step is killed that reads, checks and plans; the last dies once it has planned. */
const inReading = [1, 4, 7, 10, 13, 16, 19, 22, 26, Infinity]
/** The same of one that lays ready or tidies up: in the middle of a batch, and between two. */
const inBatches = [10, 22, 34]
/** The same of one that confirms. Its transaction comes last. */
const inConfirm = [3, 6, 9, 12, 15, 18]
/** Kills that the bench is worth nothing without, and how long (ms) it may take at most. */
const leastKills = 20
const patience = 220_000

type Action = 'import.step' | 'import.confirm'

class Assassin {
  kills = 0
  looks = 0
  wrong = 0
  private readonly ends = performance.now() + patience

  constructor(
    private readonly cloud: LocalCloud,
    private readonly started: Started,
  ) {}

  get state(): string {
    const row = this.cloud.database.get('imports', this.started.importId) as { readonly state: string } | undefined
    return row?.state ?? 'gone'
  }

  /** What residents find has to be one of these, whole; which one it is. */
  async look(...right: readonly string[]): Promise<string> {
    const places = await seen(this.cloud)
    this.looks++
    if (!right.includes(places)) this.wrong++
    return places
  }

  /**
   * A call in a process of its own, which is killed after so many requests of it, or as soon as the import comes to
   * another state. False: it was killed.
   */
  async strike(action: Action, after: number): Promise<boolean> {
    if (performance.now() > this.ends) throw new Error(`${this.kills} kills, and the import is still ${this.state}`)
    const { openid, importId, fileId } = this.started
    const files = new FunctionProcess(this.cloud)
    const input = action === 'import.step' ? { importId, fileId } : { importId, breaks: true, rooms: true }
    let hasEnded = false
    const asked = files.ask(action, input, openid).finally(() => (hasEnded = true))
    await this.until(() => hasEnded || files.trips >= after, files)
    await files.kill()
    const reply = await asked
    if (reply === null) this.kills++
    else if (!reply.ok) throw new Error(`${action}: ${reply.refused}`)
    return reply !== null
  }

  private async until(isDue: () => boolean, files: FunctionProcess): Promise<void> {
    const before = this.state
    // The database works in this very thread: it is looked at only where something may have changed.
    for (let trips = 0; !isDue();) {
      if (performance.now() > this.ends) return
      if (files.trips !== trips && this.state !== before) return
      trips = files.trips
      await new Promise((turn) => setTimeout(turn, 1))
    }
  }
}

/** Steps that are killed one after the other, until the import has left `state`. */
async function killedIn(assassin: Assassin, state: string, moments: readonly number[], right: string): Promise<void> {
  for (let at = 0; assassin.state === state; at++) {
    await assassin.strike('import.step', moments[at % moments.length] ?? 0)
    await assassin.look(right)
  }
}

/** Whoever is killed while confirming leaves the old directory or the new one, and never the old one after the new one. */
async function killedInConfirming(assassin: Assassin, old: string, next: string): Promise<void> {
  const left = inConfirm.values()
  for (let right = [old, next], isDone = false; !isDone;) {
    isDone = await assassin.strike('import.confirm', left.next().value ?? Infinity)
    if ((await assassin.look(...right)) === next) right = [next]
  }
  await assassin.look(next)
}

/** Rooms of the workbook that are not there as it says, and rooms that are there beside it. */
function wrongRooms({ database }: LocalCloud): number {
  const [community] = database.find('communities', { _id: here }) as unknown as readonly CommunityRow[]
  if (!community) return Number.NaN
  const places = database.find('buildings', { communityId: here }) as unknown as readonly {
    readonly _id: string
    readonly name: string
    readonly units: readonly { readonly id: string; readonly name: string }[]
  }[]
  const placed = new Map(places.map((place) => [place._id, place]))
  const there = (database.find('households', { communityId: here }) as unknown as readonly HouseholdRow[])
    .flatMap((row) => roomsIn(keys, row, community))
    .map(({ buildingId, unitId, room, name, phone }) => {
      const building = placed.get(buildingId)
      const unit = building?.units.find(({ id }) => id === unitId)
      return [building?.name, unit?.name, room, name, phone].join(' ')
    })
  const wanted = new Set(
    rooms.map(({ building, unit, room, name, phone }) => [building, unit, room, name, phone].join(' ')),
  )
  const right = new Set(there.filter((one) => wanted.has(one)))
  return wanted.size - right.size + (there.length - right.size)
}

/** Documents that still hold what is for the time of an import only. */
const untidy = ({ database }: LocalCloud): number =>
  ['buildings', 'households']
    .flatMap((name) => database.find(name, { communityId: here }))
    .filter((row) => row['staged'] !== undefined || row['isNew'] !== undefined).length +
  database.find('importParts', {}).length

/** The function is killed while it reads, plans, lays ready, confirms and tidies up; what residents find is asked each time. */
export async function killed(
  cloud: LocalCloud,
  { bench, log }: { readonly bench: string; readonly log: (line: string) => void },
): Promise<Figure[]> {
  const files = new FunctionProcess(cloud)
  const begun = await started(cloud, files, workbook(cloud)).finally(() => files.kill())
  const assassin = new Assassin(cloud, begun)
  const old = await seen(cloud)
  const next = seenAfter(old)
  const kills: string[] = []
  const say = (when: string) => kills.push(`${when} ${assassin.kills}`)
  await killedIn(assassin, 'reading', inReading, old)
  say('until planned')
  await killedIn(assassin, 'staging', inBatches, old)
  say('until ready')
  await killedInConfirming(assassin, old, next)
  say('until confirmed')
  await killedIn(assassin, 'confirmed', inBatches, next)
  say('until tidied up')
  log(`kills: ${kills.join(', ')}; now it is ${assassin.state}`)
  if (busy.includes(assassin.state)) throw new Error(`the import stays ${assassin.state}`)
  const figure = (what: string, value: number, unit: string): Figure => ({ bench, what, value, unit, most: 0 })
  return [
    { ...figure('SIGKILL of the function: kills', assassin.kills, 'kills'), most: null, least: leastKills },
    {
      ...figure('looks after a kill at which a directory was not whole', assassin.wrong, 'wrong'),
      beside: `${assassin.looks} looks at ${buildings} buildings and what was there before`,
    },
    figure('rooms that are not as the workbook says, after all kills', wrongRooms(cloud), 'rooms'),
    figure('documents that were not tidied up', untidy(cloud), 'documents'),
  ]
}
