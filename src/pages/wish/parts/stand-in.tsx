import { View } from '@tarojs/components'
import { Button, Notice, Section, ShareButton, Slot } from '../../../components'
import { unsentText } from '../../../text'
import { standInText as words } from '../../../text/wish-visit'
import { ConsentSheet, useConsented } from '../../consent'
import { pathTo } from '../../go'
import type { Visiting } from './visit-side'

interface StandInProps {
  readonly wishId: string
  readonly visitId: string
  /** Instead of whom. */
  readonly helperId: string
  /** When it is, where that is known already. */
  readonly when?: string
  readonly onDone: () => void
}

/** 我来替这一次: for a volunteer who is not in the wish; only then they learn when and where. */
export function StandIn({ wishId, visitId, helperId, when, onDone }: StandInProps) {
  const acting = useConsented('wish.act')
  const standIn = async () => {
    const deed = { verb: 'stand-in' as const, appointmentId: visitId, helperId }
    // Whoever stands in has not seen the wish: the server asks for no more than the visit.
    if (await acting.run({ wishId, seen: 0, deed, note: null })) onDone()
  }
  return (
    <Section id="stand-in-ask" title={words.title} hint={when ? `${when}${words.hintKnown}` : words.hint}>
      <Slot>{acting.refused ? <Notice tone="wait" icon="alarm" text={unsentText(acting.refused)} /> : null}</Slot>
      <ConsentSheet of={acting} />
      <Button id="stand-in" text={words.yes} busy={acting.busy} onTap={() => void standIn()} />
    </Section>
  )
}

/** The link that asks a volunteer to stand in; null: nobody is asked for. */
export function standInPath({ wish, side, agreed, now }: Visiting): string | null {
  const isWanted = agreed?.standIns.some(({ helperId, found }) => helperId === side && !found) ?? false
  return agreed && isWanted && now < agreed.at
    ? pathTo('wish/visit', `id=${wish.card.wishId}`, `visit=${agreed.appointmentId}`, `stand=${side}`)
    : null
}

/** For whoever asked for a stand-in: a link for the other volunteers, which tells nothing of whom and where. */
export function StandInShare({ of }: { readonly of: Visiting }) {
  const path = standInPath(of)
  return path === null ? (
    <View />
  ) : (
    <View className="section">
      <ShareButton text={words.share} path={path} title={words.shareTitle} />
    </View>
  )
}
