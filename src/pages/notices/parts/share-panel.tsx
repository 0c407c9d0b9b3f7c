import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import type { Output } from '../../../client'
import { Card, Notice, Row, Section, ShareButton, Slot } from '../../../components'
import type { NoticeEditionView } from '../../../contract/notice'
import { refusalText } from '../../../text'
import { share as words } from '../../../text/notice-share'
import { ConsentSheet } from '../../consent'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { useCards, type Cards } from './share-cards'
import { sentStateOf, ShareGroup } from './share-group'
import { CardPreview, useCardPicture } from './share-picture'
import { SharePoster } from './share-poster'
import { shareTextsOf, type ShareTexts } from './share-texts'
import { ShareWords } from './share-words'

interface SharePanelProps {
  readonly spot: DeskSpot
  readonly notice: Output<'notice.show'>
  readonly shown: NoticeEditionView
  readonly groups: Output<'notice.groups'>
  readonly now: number
}

const prefix = 'share-'
/** The button that is for no group of the leader's list. */
const anywhere = 'share-anywhere'

/** Everything that can be handed on of a notice that is out. */
export function SharePanel({ spot, notice, shown, groups, now }: SharePanelProps) {
  const texts = shareTextsOf(notice, shown, now)
  const cards = useCards(notice.noticeId, shown.number)
  const picture = useCardPicture(texts.card)
  useShareAppMessage(({ from, target }) => {
    const id = (target as { readonly id?: string } | undefined)?.id ?? ''
    const isGroup = from === 'button' && id.startsWith(prefix) && id !== anywhere
    const groupId = isGroup ? id.slice(prefix.length) : null
    const path = cards.pathFor(groupId)
    cards.handedOn(groupId)
    return { title: texts.title, path, ...(picture === null ? {} : { imageUrl: picture }) }
  })
  const { refused } = cards.consented
  return (
    <View id="share-panel">
      <Section title={words.preview}>
        <CardPreview title={texts.title} picture={picture} />
      </Section>
      <ConsentSheet of={cards.consented} />
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Slot>{cards.isLater ? <Notice tone="wait" icon="offline" text={words.later} /> : null}</Slot>
      <ToGroups
        spot={spot}
        notice={notice}
        edition={shown.number}
        groups={groups}
        cards={cards}
        texts={texts}
        now={now}
      />
      <Section title={words.elsewhere}>
        <ShareButton
          id={anywhere}
          text={words.send}
          path={cards.pathFor(null)}
          title={texts.title}
          onShared={() => cards.handedOn(null)}
        />
      </Section>
      <ShareWords text={texts.text} />
      <SharePoster noticeId={notice.noticeId} />
      <Further spot={spot} noticeId={notice.noticeId} unnamed={groups.unnamed.length} />
    </View>
  )
}

interface ToGroupsProps {
  readonly spot: DeskSpot
  readonly notice: Output<'notice.show'>
  readonly edition: number
  readonly groups: Output<'notice.groups'>
  readonly cards: Cards
  readonly texts: ShareTexts
  readonly now: number
}

function ToGroups({
  spot,
  notice: { buildings },
  edition,
  groups,
  cards,
  texts: { title, backAt },
  now,
}: ToGroupsProps) {
  const concerned = groups.groups
    .filter(({ isConcerned }) => isConcerned)
    .map((group) => ({ group, state: sentStateOf(group, cards.ticked[group.groupId], edition, backAt) }))
  const hasGroups = groups.groups.length > 0
  // The groups of other grids are their leaders'.
  const others = buildings.flatMap(({ buildingId, gridId }) =>
    spot.gridId === null || gridId === spot.gridId ? [] : [buildingId],
  )
  const without = groups.without.filter(({ buildingId }) => !others.includes(buildingId))
  const left = concerned.filter(({ state }) => state.kind !== 'sent').length
  return (
    <Section
      id="groups"
      title={words.groups}
      hint={concerned.length > 0 ? words.groupsHint : hasGroups ? words.noGroupHere : words.noGroup}
    >
      <Slot>
        {concerned.length === 0 ? null : (
          <Notice
            tone={left === 0 ? 'done' : 'calm'}
            icon={left === 0 ? 'check' : 'people'}
            text={left === 0 ? words.allSent : words.left(left)}
          />
        )}
      </Slot>
      {concerned.map(({ group, state }) => (
        <ShareGroup
          key={group.groupId}
          {...{ group, state, cards, title, now }}
          serves={buildings.flatMap((one) => (group.buildingIds.includes(one.buildingId) ? [one.name] : []))}
          isAsked={cards.asked.includes(group.groupId)}
        />
      ))}
      <Slot>
        {hasGroups && without.length > 0 ? (
          <Notice tone="wait" icon="building" text={words.without(without.map(({ name }) => name))} />
        ) : null}
      </Slot>
    </Section>
  )
}

interface FurtherProps {
  readonly spot: DeskSpot
  readonly noticeId: string
  readonly unnamed: number
}

const Further = ({ spot, noticeId, unnamed }: FurtherProps) => (
  <View className="section">
    <Card>
      <Row
        id="to-groups"
        icon="people"
        title={words.myGroups}
        note={unnamed > 0 ? words.unnamed(unnamed) : words.myGroupsNote}
        onTap={() => void go(pathTo('notices/groups', spotQuery(spot), `notice=${noticeId}`))}
      />
      <Row
        id="to-reach"
        icon="list"
        title={words.reach}
        onTap={() => void go(pathTo('notices/reach', spotQuery(spot), `notice=${noticeId}`))}
      />
    </Card>
  </View>
)
