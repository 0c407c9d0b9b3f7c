import { useEffect, useState } from 'react'
import { useRead } from '../../../client'
import { useReturn } from '../../shell'
import { placeOf } from '../../place'
import { importantOf, isThere } from './first-roles'

export const firstSteps = ['place', 'buildings', 'numbers', 'settings', 'codes', 'people'] as const
export type FirstStep = (typeof firstSteps)[number]

/**
 * How far a community is. Nothing of it is kept: the directory itself says what is there, so that it goes on wherever
 * it was left, on any phone and with whoever did the rest.
 */
export function useFirst(communityId: string, isKeeper: boolean) {
  const directory = useRead('directory.show', { communityId })
  const { data } = directory
  const [estateAt, setEstateAt] = useState(0)
  const [buildingId, setBuildingId] = useState<string | null>(null)
  const estate = data?.estates[estateAt] ?? null
  const hasBuildings = data !== null && data.buildings > 0
  const buildings = useRead(
    'directory.buildings',
    estate && hasBuildings ? { communityId, estateId: estate.estateId, cursor: null } : null,
  )
  // An estate without buildings shows nothing: the next one may have some.
  const isBare = buildings.data?.buildings.length === 0
  const hasNext = estateAt + 1 < (data?.estates.length ?? 0)
  useEffect(() => {
    if (isBare && hasNext && buildingId === null) setEstateAt((at) => at + 1)
  }, [isBare, hasNext, buildingId])

  const shown = buildings.data?.buildings ?? []
  const building = shown.find((one) => one.buildingId === buildingId) ?? shown[0] ?? null
  const id = building?.buildingId ?? null
  const door = useRead('door.open', id === null ? null : { by: 'place', buildingId: id, unitId: null })
  const codes = useRead('doorcode.list', id === null || !isKeeper ? null : { buildingId: id })
  const members = useRead('member.list', isKeeper ? { communityId, gridId: null, cursor: null } : null)
  const active = members.data?.members.filter(({ state }) => state === 'active').length ?? 0
  const invited = useRead(
    'invitation.list',
    isKeeper && members.data && active <= 1 ? { communityId, gridId: null, cursor: null } : null,
  )
  const reload = async () => {
    await Promise.all([directory, buildings, door, codes, members, invited].map((read) => read.reload()))
  }
  useReturn(() => void reload())

  const important = importantOf(data?.agencies ?? [], door.data && placeOf(door.data))
  const hasCode = codes.data?.codes.some(({ state }) => state === 'active') ?? false
  const invitations = invited.data?.invitations.length ?? 0
  const isDone: Readonly<Record<FirstStep, boolean>> = {
    place: true,
    buildings: hasBuildings,
    numbers: important.every(isThere),
    settings: data?.openQuestions === 0,
    codes: hasCode,
    people: active > 1 || invitations > 0,
  }
  return {
    ...{ directory, buildings, building, door, estate, important, hasCode, active, invitations, isDone, reload },
    showEstate: (estateId: string) => {
      setEstateAt(Math.max(0, data?.estates.findIndex((one) => one.estateId === estateId) ?? 0))
      setBuildingId(null)
    },
    showBuilding: setBuildingId,
  }
}

export type First = ReturnType<typeof useFirst>
