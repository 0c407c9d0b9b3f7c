import { useCallback, useEffect, useState } from 'react'
import { call, type Output, type Refusal } from '../../../client'

export type Estate = Output<'place.list'>['communities'][number]['estates'][number]

interface Found {
  readonly communityId: string
  readonly estates: readonly Estate[] | null
  readonly refused: Refusal<'place.list'> | null
}

/** For the next page: what a community consists of changes once in years, and is no secret. */
const known = new Map<string, readonly Estate[]>()

async function find(communityId: string): Promise<Found> {
  for (let cursor: string | null = null; ;) {
    const answer: Awaited<ReturnType<typeof call<'place.list'>>> = await call('place.list', { cursor })
    if (!answer.ok) return { communityId, estates: null, refused: answer.refused }
    const own = answer.data.communities.find(({ id }) => id === communityId)
    if (own) return { communityId, estates: own.estates, refused: null }
    cursor = answer.data.cursor
    if (cursor === null) return { communityId, estates: [], refused: null }
  }
}

/** The estates of a community. */
export function useEstates(communityId: string) {
  const [state, setState] = useState<Found>({
    communityId,
    estates: known.get(communityId) ?? null,
    refused: null,
  })
  const reload = useCallback(async () => {
    setState({ communityId, estates: known.get(communityId) ?? null, refused: null })
    const found = await find(communityId)
    if (found.estates) known.set(communityId, found.estates)
    setState(found)
  }, [communityId])
  useEffect(() => {
    if (!known.has(communityId)) void reload()
  }, [communityId, reload])
  return { estates: state.estates, refused: state.refused, reload }
}
