import type { claimWish, myWishes, OutputOf } from '../../../contract'
import { fresh, freshKey, keys, put } from './documents'
import { fragileCloud, kill, openKept, send, type Fragile } from './killed-cloud'
import { here, hereGrid } from './situations'
import { wishDocument, type WishDocument } from './wish-document'
import { makeVolunteers } from './wish-race'

export interface Killing {
  /** Every third needs two helpers. */
  readonly wishes: number
  readonly kills: number
  /** Each claims as many as one person can keep, one after the other; so many want each wish. */
  readonly rivals: number
}

export interface ClaimsKilled {
  readonly claims: number
  readonly kills: number
  /** Claims whose reply was lost by a kill. */
  readonly lostReplies: number
  /** Of these, such as had been written before the kill. */
  readonly written: number
  /** Wishes with more helpers than places, or the same one twice. */
  readonly tooMany: number
  /** Wishes that nobody has, although somebody was told that it is somebody's. */
  readonly none: number
  /** Somebody was told that it is theirs, and it is not; or that it is not, and it is. */
  readonly toldOtherwise: number
  /** What 我的卡 said after a lost reply, before the claim was sent again, was otherwise than it was. */
  readonly lookedOtherwise: number
  /** Refusals: nothing of what is claimed here may be refused. */
  readonly refused: readonly string[]
}

/** As many as one person can keep. */
const each = 6

interface Claim {
  readonly openid: string
  readonly wishId: string
  readonly key: string
}

/** What somebody knows of a claim of theirs. */
interface Known {
  readonly claim: Claim
  /** What the reply said, of whichever try; null: they never asked again after a lost one. */
  won: boolean | null
  /** What their next look said after the first lost reply; null: none was lost. */
  looked: boolean | null
}

/** Claims from many phones while the cloud is killed and started anew; whoever gets no reply looks, and mostly asks again. */
export async function killWhileClaiming(run: Killing, folder: string): Promise<ClaimsKilled> {
  const { wishes, kills, rivals } = run
  const wishIds = Array.from({ length: wishes }, () => fresh('killed-wish'))
  const openids = Array.from({ length: Math.ceil((wishes * rivals) / each) }, () => fresh('killed-volunteer'))
  fill(folder, wishIds, openids)
  const cloud = fragileCloud(folder)
  // Whoever claims the same wish does it at about the same time.
  const claims = wishIds.flatMap((wishId, wish) =>
    Array.from({ length: rivals }, (_, rival): Claim => {
      const openid = openids[(wish * rivals + rival) % openids.length] ?? ''
      return { openid, wishId, key: freshKey() }
    }),
  )
  const known: Known[] = []
  const refused: string[] = []
  const queue = claims.values()
  const phones = Promise.all(
    Array.from({ length: rivals * 4 }, async () => {
      for (const claim of queue) known.push(await claimed(cloud, claim, refused))
    }),
  )
  let isOver = false
  void phones.then(() => (isOver = true))
  const due = (killed: number) => known.length >= ((killed + 1) * claims.length) / (kills + 1)
  const killed = await cloud.killEach(due, kills, () => isOver)
  await phones
  await kill(await cloud.running())
  return { claims: claims.length, kills: killed, refused, ...counted(folder, wishIds, known) }
}

/** Until it is answered, or until they have looked and leave it at that. */
async function claimed(cloud: Fragile, claim: Claim, refused: string[]): Promise<Known> {
  const known: Known = { claim, won: null, looked: null }
  for (;;) {
    const { openid, wishId, key } = claim
    const { url } = await cloud.running()
    const input = { wishId, offerId: null }
    const reply = await send<OutputOf<typeof claimWish>>(url, openid, 'wish.claim', { input, key })
    if (reply?.ok) return { ...known, won: reply.data.won }
    if (reply && reply.refused !== 'conflict') {
      refused.push(reply.refused)
      return known
    }
    if (reply) continue
    known.looked ??= await looked(cloud, claim)
    // Every fourth puts the phone away.
    if (Number(key.replace(/\D/g, '')) % 4 === 0) return known
  }
}

/** What 我的卡 says: whether they help with it. */
async function looked(cloud: Fragile, { openid, wishId }: Claim): Promise<boolean> {
  for (;;) {
    const { url } = await cloud.running()
    const reply = await send<OutputOf<typeof myWishes>>(url, openid, 'wish.mine', { input: { cursor: null } })
    if (reply?.ok) return reply.data.wishes.some((one) => one.wishId === wishId && one.as === 'helper')
  }
}

function fill(folder: string, wishIds: readonly string[], openids: readonly string[]): void {
  const database = openKept(folder)
  const now = Date.now()
  makeVolunteers(database, openids, now)
  const two = { place: 'home', places: 2, needsChecked: true } as const
  put(
    database,
    'wishes',
    wishIds.map((_id, at) =>
      wishDocument(keys.person('killed-wisher'), { communityId: here, gridId: hereGrid }, now, {
        ...(at % 3 === 2 ? two : {}),
        _id,
      }),
    ),
  )
  database.close()
}

/** What is there when everything has ended, held against what people know. */
function counted(folder: string, wishIds: readonly string[], known: readonly Known[]) {
  const database = openKept(folder)
  const rows = wishIds.map((id) => database.get('wishes', id) as unknown as WishDocument)
  database.close()
  const helpersOf = new Map(rows.map(({ _id, helpers }) => [_id, helpers.map(({ person }) => person)]))
  const has = ({ openid, wishId }: Claim) => helpersOf.get(wishId)?.includes(keys.person(openid)) === true
  const lost = known.filter(({ looked }) => looked !== null)
  const answered = new Set(known.filter(({ won }) => won !== null).map(({ claim }) => claim.wishId))
  return {
    lostReplies: lost.length,
    written: lost.filter(({ looked }) => looked).length,
    tooMany: rows.filter(({ helpers, places }) => {
      return helpers.length > places || new Set(helpers.map(({ person }) => person)).size < helpers.length
    }).length,
    none: rows.filter(({ _id, helpers }) => helpers.length === 0 && answered.has(_id)).length,
    toldOtherwise: known.filter(({ claim, won }) => won !== null && won !== has(claim)).length,
    // Whoever saw it as theirs has it; whoever did not, and left it at that, has it not.
    lookedOtherwise: lost.filter(({ claim, won, looked }) => (looked ? !has(claim) : won === null && has(claim)))
      .length,
  }
}
