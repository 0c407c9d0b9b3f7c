import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Button, Card, Notice, Section } from '../../../components'
import { isOpen } from '../../../domain/request/verbs'
import { findMatterName } from '../../../knowledge/names'
import { refusalText, whenText } from '../../../text'
import { requestSteps, requestView as words } from '../../../text/request'
import { requestStatePlain } from '../../../text/request-plain'
import { ConsentSheet, useConsented } from '../../consent'
import { PublicPictures } from './seen-pictures'
import { StateCard } from './state-card'
import { publicLinesOf } from './state-lines'
import { Timeline } from './timeline'

interface PublicViewProps {
  readonly request: Output<'request.public'>
  readonly now: number
  /** They have a part in it: their own page has more. */
  readonly onOwn: () => void
}

/** A line of the register, opened: never whose it is, nor a room. */
export function PublicView({ request, now, onOwn }: PublicViewProps) {
  const { requestId, number, matterId, isPrivate, place, state, filedAt, joined, words: said } = request
  const joining = useConsented('request.join')
  const join = async () => {
    if (await joining.run({ requestId })) onOwn()
  }
  const matter = isPrivate ? words.private : (findMatterName(matterId ?? '')?.name ?? words.unknownMatter)
  const where = [place.estateName, place.buildingName ?? '', place.unitName ?? ''].filter(Boolean).join(' ')
  return (
    <View id="request">
      <StateCard
        head={[request.agencyName ?? words.gridLeader, requestStatePlain[state]].join(' · ')}
        lines={publicLinesOf(request, now)}
        about={[
          `${matter} · ${words.number(number)}`,
          where,
          words.filed(whenText(filedAt, now)),
          joined > 0 ? words.joined(joined) : '',
        ]}
      />
      {said === null ? null : (
        <Section id="said" title={words.said}>
          <Card>
            <View className="fact">{said}</View>
          </Card>
        </Section>
      )}
      <PublicPictures id="before" label={words.before} urls={request.before} />
      <PublicPictures id="after" label={words.after} urls={request.after} />
      {isOpen(state) && !isPrivate ? (
        <View className="section stack">
          {joining.refused === 'request.own' ? (
            <Button id="to-own" text={words.title} onTap={onOwn} />
          ) : (
            <Button id="join" text={requestSteps.join} busy={joining.busy} onTap={() => void join()} />
          )}
          <View className="second">{requestSteps.joinHint}</View>
          {joining.refused ? <Notice tone="wait" icon="alarm" text={refusalText[joining.refused]} /> : null}
          <ConsentSheet of={joining} />
        </View>
      ) : null}
      <Timeline events={request.events} now={now} isOwner={false} agencyName={request.agencyName} />
    </View>
  )
}
