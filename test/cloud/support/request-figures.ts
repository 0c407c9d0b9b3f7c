import { dayOf, day, hour } from '../../../src/domain/time/clock'
import { aRequest, anEvent } from './request-row'

const kinds = ['drain-blocked', 'corridor-light', null, 'domestic-violence'] as const

/** Some requests of West Street in the last days, in every way in which they end: for pages that count them. */
export function requestsToCount(now: number) {
  return Array.from({ length: 12 }, (_, at) => {
    const filedAt = now - (at % 4) * hour - (at % 3) * day
    const agencyName = at % 2 === 0 ? '和苑物业服务中心' : '西街热力服务站'
    const id = `counted-${at}`
    const isOver = at % 3 === 0
    const row = aRequest(now, {
      ...{ _id: id, turn: id, serial: 500 + at, day: dayOf(filedAt), filedAt, agencyName },
      ...{ matterId: kinds[at % 4] ?? null, isPrivate: at % 4 === 3, buildingId: `heyuan-${1 + (at % 3)}` },
      buildingName: `${1 + (at % 3)}号楼`,
      ...(isOver ? { state: 'resolved', endedAt: now - hour, endedBy: 'owner' } : { state: 'in-progress' }),
      ...(isOver
        ? {
            voices: [
              {
                person: null,
                actor: 'owner',
                at: now,
                solved: at !== 6,
                satisfied: at === 0,
                words: '',
                wordsState: 'shown',
              },
            ],
          }
        : {}),
      events: [
        anEvent({ id: '1', at: filedAt }),
        anEvent({ id: '2', at: filedAt, verb: 'assign', actor: 'system', to: 'assigned', data: { agencyName } }),
        anEvent({
          ...{ id: '3', at: filedAt + (1 + at) * 600_000, verb: 'start', actor: 'handler', role: 'handler' },
          ...{ from: 'assigned', to: 'in-progress', words: '师傅下午两点前到' },
        }),
      ],
    })
    return { ...row, shape: 1, version: 1 }
  })
}
