import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { release, type DoorView, type Reply } from '../contract'
import { isShown, personKind, route, type Contact, type Place, type Route } from '../domain/routing'
import { makeFinder } from '../domain/search'
import { knowledge } from '../knowledge'
import { calendar } from '../knowledge/calendar/calendar'
import { searchCues, searchEntries, searchModel } from '../knowledge/search'
import { demo } from '../local/demo'
import { danger, door, matter as words, refusalText, whenText } from '../text'
import { StartError } from '../local/start'
import { ensureBuilt } from './build'
import { dataFile, startDemoCloud } from './support/demo-cloud'
import { isEntry, runTool, Sentence } from './support/entry'

const usage =
  'npm run -s ask -- --door CODE [--at 2026-11-21T22:30+08:00] [--json] "下水道堵了"   |   npm run -s ask -- --doors'

interface Asked {
  readonly door: string | null
  readonly doors: boolean
  readonly json: boolean
  readonly at: number
  readonly text: string
}

export function readArguments(args: readonly string[]): Asked {
  let asked: Asked = { door: null, doors: false, json: false, at: Date.now(), text: '' }
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--doors') asked = { ...asked, doors: true }
    else if (arg === '--json') asked = { ...asked, json: true }
    else if (arg === '--door') asked = { ...asked, door: args[++index] ?? '' }
    else if (arg === '--at') asked = { ...asked, at: readInstant(args[++index] ?? '') }
    else if (arg.startsWith('--')) throw new Sentence(`${arg}?\n${usage}`)
    else asked = { ...asked, text: asked.text === '' ? arg : `${asked.text} ${arg}` }
  }
  if (!asked.doors && (!asked.door || asked.text === '')) throw new Sentence(usage)
  return asked
}

/** An instant has to name its offset: a time without one would mean whatever zone this machine is in. */
function readInstant(text: string): number {
  const day = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[1]
  const ms = day === undefined ? Number.NaN : Date.parse(text)
  // 30 February is taken for 2 March otherwise.
  const exists = !Number.isNaN(ms) && new Date(`${day ?? ''}T00:00:00Z`).toISOString().startsWith(day ?? '')
  if (!exists) throw new Sentence(`--at ${text}: say a day that exists with its offset, as 2026-11-21T22:30+08:00`)
  return ms
}

/** The address of a local cloud that runs already on the demo's data, if one answers. */
async function runningAddress(): Promise<string | null> {
  const file = join(dirname(dataFile), 'running.json')
  if (!existsSync(file)) return null
  try {
    const { port } = JSON.parse(readFileSync(file, 'utf8')) as { port: number }
    const url = `http://127.0.0.1:${port}`
    return (await fetch(`${url}/health`)).ok ? url : null
  } catch {
    return null
  }
}

/** Asks the function `api` over HTTP, as any client of the local cloud does; null if nothing came back. */
async function openDoor(url: string, code: string): Promise<DoorView | null> {
  const call = { action: 'door.open', input: { by: 'code', code }, release }
  const result = await fetch(`${url}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: call }),
  }).then(
    async (response) => ((await response.json()) as { result?: Reply }).result,
    () => undefined,
  )
  if (!result) return null
  if (!result.ok) throw new Sentence(`${result.refused}: ${refusalText[result.refused as keyof typeof refusalText]}`)
  return result.data as DoorView
}

interface Answered {
  readonly place: DoorView['place']
  readonly hits: readonly {
    readonly matter: string
    readonly name: string
    readonly confidence: number
    readonly danger: boolean
  }[]
  readonly route: Route | null
}

/** What the phone would show: the matters that the text speaks of, and the answer to the first. */
export function answer(view: DoorView, text: string, now: number): Answered {
  const finder = makeFinder({ entries: searchEntries, model: searchModel, cues: searchCues })
  const shown = new Set(knowledge.matters.filter((matter) => isShown(matter, view.settings)).map(({ id }) => id))
  const { hits } = finder.look(text, { shown: (id) => shown.has(id) })
  const found = knowledge.matters.find(({ id }) => id === hits[0]?.id)
  const place: Place = { ...view.place, settings: view.settings, agencies: view.agencies }
  return {
    place: view.place,
    hits: hits.map(({ id, confidence, danger: isDanger }) => ({
      matter: id,
      name: knowledge.matters.find((matter) => matter.id === id)?.name ?? id,
      confidence: Math.round(confidence * 100) / 100,
      danger: isDanger,
    })),
    route: found ? route(found, place, hits[0]?.answers ?? {}, { now, calendar }, knowledge) : null,
  }
}

function contactText({ agency, role, roleName, line, reasons, standsInFor }: Contact, now: number): string {
  const open = !line
    ? words.person[personKind(role)]
    : line.answersNow === null
      ? words.hoursUnknown
      : line.answersNow
        ? words.open
        : `${words.closed}${line.opensAt === null ? '' : `，${words.opensAt(whenText(line.opensAt, now))}`}`
  const verified = line && !line.confirmed ? `  ${words.unconfirmed}` : ''
  const standIn = standsInFor ? [words.standIn[standsInFor.why](standsInFor.name)] : []
  return [`${agency?.name ?? roleName}  ${line?.number ?? ''}  ${open}${verified}`, ...standIn, ...reasons].join(
    '\n     ',
  )
}

function print({ place, hits, route: found }: Answered, now: number): void {
  console.log([place.estateName, place.buildingName, place.unitName ?? ''].join(' ').trim())
  if (!found) {
    console.log(`${door.noHits}。${door.noHitsHint}`)
    return
  }
  console.log(
    hits
      .map(({ name, confidence, danger: isDanger }) => `${isDanger ? `${door.dangerTitle} ` : ''}${name} ${confidence}`)
      .join('  |  '),
  )
  if (found.emergency)
    console.log(
      found.emergency.map(({ number, fits }) => `${fits ? '▶' : ' '}${number} ${danger.numbers[number]}`).join('  '),
    )
  if (found.safetyFirst) console.log(`${words.safety}：${found.safetyFirst}`)
  found.contacts.forEach((contact, index) => console.log(`  ${index + 1}. ${contactText(contact, now)}`))
  if (found.questions.length > 0) {
    console.log(words.refine)
    for (const { question } of found.questions)
      console.log(`  ${question.text} ${question.options.map(({ label }) => label).join(' / ')}`)
  }
  console.log(
    `${words.chain}：${found.chain.map(({ agency, roleName, line }) => `${agency?.name ?? roleName} ${line?.number ?? ''}`).join(' → ')}`,
  )
  console.log(
    `${words.basis}：${found.basis.map(({ title, article }) => words.lawName(title, article)).join('、') || words.grounds[found.ground]}`,
  )
}

function printDoors(): void {
  for (const { _id, buildingId, unitId, state } of demo.doorCodes) {
    const building = demo.buildings.find((candidate) => candidate._id === buildingId)
    const estate = demo.communities.flatMap(({ estates }) => estates).find(({ id }) => id === building?.estateId)
    const unit = building?.units.find(({ id }) => id === unitId)
    console.log(
      [_id, estate?.name, building?.name, unit?.name, state === 'revoked' ? '(revoked)' : '']
        .filter(Boolean)
        .join('  '),
    )
  }
}

async function main(args: readonly string[]): Promise<void> {
  const asked = readArguments(args)
  if (asked.doors) return printDoors()
  const view = await askRunning(asked.door ?? '').then((found) => found ?? askOwn(asked.door ?? ''))
  const answered = answer(view, asked.text, asked.at)
  if (asked.json) console.log(JSON.stringify(answered, null, 2))
  else print(answered, asked.at)
}

/** Asks the local cloud that runs on the demo's data; null if there is none, or it stops just now. */
async function askRunning(code: string): Promise<DoorView | null> {
  const running = await runningAddress()
  return running === null ? null : openDoor(running, code)
}

/** Asks a local cloud of one's own: on the demo's data, or on a fresh copy of the demo while another holds it. */
async function askOwn(code: string): Promise<DoorView> {
  await ensureBuilt(['cloud'], { log: (line) => console.error(line) })
  const own = await startDemoCloud({ dataFile }).catch((error: unknown) => {
    if (error instanceof StartError && error.reason === 'already-running')
      return startDemoCloud({ dataFile: ':memory:' })
    throw error
  })
  try {
    const view = await openDoor(own.url, code)
    if (!view) throw new Sentence('the local cloud gave no answer')
    return view
  } finally {
    await own.close()
  }
}

if (isEntry(__filename)) runTool(main)
