import { randomUUID } from 'node:crypto'
import { goingBetween, keepDoubts, type Directory, type Going, type ReadSheets } from '../../domain/directory'
import { retention } from '../../domain/people/retention'
import { day } from '../../domain/time/clock'
import type { Surroundings } from '../handle'
import { sealedAt } from '../people/ids'
import { inUseOf } from './in-use'
import type { CommunityRow, ImportRow } from './load'
import { pack, unpack } from './packed'
import { changesBetween, communityPart, inPieces, orderly, perPart, type CommunityPart } from './plan'
import { emptyPreview, previewOf, problemsOf, type Preview } from './preview'
import { keptParts } from './keep-revision'
import { partAbout, partId } from './stage'

type With = Pick<Surroundings, 'store' | 'keys' | 'now'>

/** So long an import may wait to be confirmed, and a day: the sweep comes by the hour. */
const longestWait = ((retention.find(({ id }) => id === 'import')?.days ?? 0) + 1) * day

const previewAbout = (id: string) => sealedAt('imports', 'preview', id)
export const sealPreview = ({ keys }: Pick<With, 'keys'>, id: string, preview: Preview): string =>
  keys.seal(JSON.stringify(preview), previewAbout(id))
export const openPreview = ({ keys }: Pick<With, 'keys'>, { _id, preview }: ImportRow): Preview =>
  preview === null
    ? emptyPreview
    : // One that was sealed before a field came to be has it empty.
      { ...emptyPreview, ...(JSON.parse(keys.unseal(preview, previewAbout(_id))) as Partial<Preview>) }

/** The import after a reading that has found something to mend; `unfit` comes from the content check. */
export function faulty(
  context: With,
  row: ImportRow,
  why: { readonly fault: string } | ReadSheets,
  unfit: Preview['problems'] = [],
): ImportRow {
  const preview =
    'fault' in why
      ? { ...emptyPreview, fault: why.fault }
      : {
          ...{ ...emptyPreview, problems: [...unfit, ...problemsOf(why)] },
          ...{ found: why.found + unfit.length, stopping: why.stopping + unfit.length },
        }
  const { keys } = context
  return { ...row, state: 'faulty', preview: sealPreview(context, row._id, preview), keyId: keys.currentKey }
}

/**
 * Works out what an import will write, and lays down the parts of it beside the directory as it was. Nothing refers to
 * them before the import's own row does, which is written by whoever called: a crash leaves parts of a plan that nobody
 * follows, and that go with the import.
 */
export async function planned(
  context: With,
  row: ImportRow,
  community: CommunityRow,
  {
    before: was,
    after: will,
    read,
  }: { readonly before: Directory; readonly after: Directory; readonly read?: ReadSheets },
): Promise<ImportRow> {
  const { store, keys } = context
  const [before, after] = [orderly(was), orderly({ ...will, agencies: keepDoubts(was.agencies, will.agencies) })]
  const going = goingBetween(before, after)
  const inUse = await inUseOf(context, community._id, going)
  const preview = previewOf(before, after, inUse, read)
  const plan = randomUUID()
  const first: FirstPart = { ...communityPart(after), going }
  const parts = [first, ...inPieces(changesBetween(before, after), perPart)]
  const kept = keptParts(before)
  await inTurns([
    ...parts.map((part, number) => () => {
      const _id = partId(plan, number)
      const data = pack(keys, part, partAbout(_id))
      return store.importParts.insert({ _id, importId: row._id, data, startedAt: row.startedAt })
    }),
    ...kept.map((text, number) => () => store.directories.insert(keptPart(context, row, { plan, number, text }))),
  ])
  return {
    ...row,
    ...{ state: 'staging', fileId: null, revision: community.revision, plan, parts: parts.length - 1, done: 0 },
    ...{ kept: kept.length, isBreaking: preview.breaks.length > 0 },
    preview: sealPreview(context, row._id, preview),
    keyId: keys.currentKey,
  }
}

/** Its community's own part, and what goes, so that it can be looked at once more before it does. */
type FirstPart = CommunityPart & { readonly going: readonly Going[] }

export async function readFirstPart({ store, keys }: With, { plan }: ImportRow): Promise<FirstPart | null> {
  const id = partId(plan ?? '', 0)
  const part = await store.importParts.find(id)
  return part && unpack<FirstPart>(keys, part.data, partAbout(id))
}

interface KeptPart {
  readonly plan: string
  readonly number: number
  readonly text: string
}

function keptPart(
  { keys, now }: With,
  { _id: importId, communityId, kind }: ImportRow,
  { plan, number, text }: KeptPart,
) {
  const _id = partId(plan, number)
  // It is kept as long as its head, which is written only with the confirming.
  const at = now + longestWait
  return {
    ...{ _id, communityId, kind: 'part' as const, revision: 0, endedBy: kind, plan, parts: 0, importId },
    ...{ data: keys.seal(text, sealedAt('directories', 'data', _id)), at, keyId: keys.currentKey },
  }
}

/** Writes that do not wait for each other, a few at a time. */
async function inTurns(writes: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const turn of inPieces(writes, 10)) await Promise.all(turn.map((write) => write()))
}
