import { sealRooms } from '../../../cloud/files/load'
import { sealPreview } from '../../../cloud/files/make-plan'
import { householdId } from '../../../cloud/files/plan'
import { emptyPreview } from '../../../cloud/files/preview'
import type { RolePlace } from '../../../domain/people/roles'
import type { LocalCloud } from '../../../local/start'
import { importDocument } from './about-files'
import { keys, put } from './documents'
import type { Secret } from './secret-world'
import { nextNumber, word } from './secret-word'

/** Whose household it is has no account here. */
const nobody = 'openid-of-a-household'

interface Seeding {
  readonly cloud: LocalCloud
  readonly now: number
  keep(secret: Secret): string
}

/**
 * Rooms of a building with a name and a number in each, laid down as an import does; and an import whose preview names a
 * room, which waits for its keeper.
 */
export function seedHouseholds({ cloud, now, keep }: Seeding, place: RolePlace, buildingId: string): void {
  const secret = (text: string, more: Partial<Secret> = {}) =>
    keep({ kind: 'household', text, of: nobody, place, ...more })
  const _id = householdId(buildingId, 1)
  const rooms = [1, 2, 3].map((at) => ({
    ...{
      id: `${buildingId}-room-${at}`,
      buildingId,
      unitId: null,
      room: secret(word('户'), { isRoom: true }),
      floor: at,
    },
    ...{ name: secret(word('户')), phone: secret(`1390003${nextNumber()}`), needs: ['alone' as const], consent: true },
  }))
  const sealed = sealRooms(keys, _id, 'rooms', rooms)
  keep({ kind: 'sealed', text: sealed, of: nobody, place })
  const { communityId } = place
  const document = { _id, communityId, buildingId, part: 1, rooms: sealed, keyId: keys.currentKey }
  put(cloud.database, 'households', [document])

  const reading = importDocument(communityId, now, { state: 'faulty' })
  const room = keep({ kind: 'household read', text: word('读'), of: nobody, place })
  const problems = [{ sheet: '住户', cell: 'D3', words: room, stops: true }]
  const preview = sealPreview({ keys }, reading._id, { ...emptyPreview, problems, found: 1, stopping: 1 })
  keep({ kind: 'sealed', text: preview, of: nobody, place })
  const faulty = { ...reading, preview }
  put(cloud.database, 'imports', [faulty])
}
