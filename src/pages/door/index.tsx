import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { myDoor, targetQuery, staleAfter, targetOf, useDoor, useEdition, useMissed } from '../../client'
import { useTabMark } from '../../client/messages'
import { Button, Card, Icon, Loading, Notice, Row, SearchBox, Section, Slot, State, Tap, Tile } from '../../components'
import { findMatterName, groups, matterNames } from '../../knowledge/names'
import type { Settings } from '../../domain/routing'
import { isShown } from '../../domain/routing/decide'
import { common, door as words, refusalText, whenText } from '../../text'
import { go, matterPath, pathTo } from '../go'
import { placeName } from '../place'
import { Shell, useNow } from '../shell'
import { EmergencyNotices, NoticesRow } from './parts/notices'
import { missOf, Search } from './parts/search'
import { useSearch } from './parts/use-search'

/** Fewer things on a page in the care edition. */
const mostAskedInCare = 4
/** One and the same for a page without a place: what hangs on it is not worked out anew. */
const noSettings: Settings = {}

/** The door landing: whatever happened, one or two taps from here. */
export default function DoorPage() {
  const { params } = useRouter()
  const asked = targetOf(params)
  const [target, setTarget] = useState(() => asked ?? myDoor()?.target ?? null)
  // Scanned at the door or chosen by hand it is one's own; a neighbour's card only shows another.
  const mine = asked === null || asked.by === 'code' || params.mine === '1'
  const now = useNow()
  const { care } = useEdition()
  const { here, view, at, busy, refused, reload } = useDoor(target, 'always', mine)
  useDidShow(() => {
    setTarget(asked ?? myDoor()?.target ?? null)
    if (at !== null && Date.now() - at > staleAfter) void reload()
  })
  useTabMark({ first: true })
  const settings = view?.settings ?? noSettings
  const { text, setText, found } = useSearch(settings)
  const missed = useMissed(view?.place.communityId ?? null)
  const miss = missOf(found, text)
  const told = missed.told(miss)
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  useShareAppMessage(() => ({
    title: view ? `${placeName(view.place)} ${words.title}` : words.title,
    path: pathTo('door', targetQuery(here)),
  }))

  const place = view?.place ?? null
  const shownGroups = groups.filter(({ id }) =>
    matterNames.some((matter) => matter.group === id && isShown(matter, settings)),
  )
  const mostAsked = (view?.commonMatters ?? []).flatMap((id) => {
    const matter = findMatterName(id)
    return matter && isShown(matter, settings) ? [matter] : []
  })
  const fewer = care ? mostAsked.slice(0, mostAskedInCare) : mostAsked
  const lost = refused === 'door.unknown' || refused === 'door.revoked'
  const isAsking = text.trim() !== ''
  const isHelped = isAsking && found.outcome === 'found' && told === null

  return (
    <Shell
      title={place ? placeName(place) : words.title}
      {...(place ? { subtitle: `${place.streetName} · ${place.communityName}` } : {})}
    >
      <Slot>{view && !isAsking ? <EmergencyNotices view={view} now={now} /> : null}</Slot>
      <Tap
        id="danger"
        className="danger-band"
        label={words.dangerOpen}
        onTap={() => void go(pathTo('door/danger', targetQuery(here)))}
      >
        <Icon name="alarm" />
        <View className="row-words">
          <View className="danger-title">{words.dangerTitle}</View>
          <View className="danger-hint">{words.dangerHint}</View>
        </View>
        <Icon name="next" />
      </Tap>
      <SearchBox
        value={text}
        onChange={setText}
        onConfirm={() => {
          if (miss.outcome !== 'wrong') missed.tell(miss)
        }}
      />
      <Slot>{isAsking ? null : <View className="second search-speak">{words.searchSpeak}</View>}</Slot>
      <Slot>
        {isAsking ? (
          <Search found={found} here={here} told={told} onTell={() => missed.tell(miss)} onExample={setText} />
        ) : null}
      </Slot>
      <Slot>
        {lost ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
        {!view && busy ? <Loading /> : null}
        {!view && !busy ? (
          <State
            icon="place"
            title={words.noPlaceTitle}
            hint={refused && !lost ? refusalText[refused] : words.noPlaceHint}
            action={{ text: words.choose, onTap: () => void go(pathTo('door/choose')) }}
          />
        ) : null}
        {!view && !busy && refused && !lost ? (
          <Button text={common.retry} kind="plain" onTap={() => void reload()} />
        ) : null}
      </Slot>
      <Slot>
        {!isAsking && fewer.length > 0 ? (
          <Section title={words.commonTitle}>
            <View className="common">
              {fewer.map(({ id, name }) => (
                <Tap key={id} id={`common-${id}`} className="chip" onTap={() => void go(matterPath(id, here))}>
                  {name}
                </Tap>
              ))}
            </View>
          </Section>
        ) : null}
      </Slot>
      {/* Hidden and not taken away: to bring all groups back would be more than a keystroke may send. */}
      <View id="groups" style={isHelped ? 'display:none' : ''}>
        <Section title={words.groupsTitle}>
          <View className="tiles">
            {shownGroups.map(({ id, name }) => (
              <Tile
                key={id}
                id={`group-${id}`}
                name={name}
                icon={id}
                onTap={() => void go(pathTo('matter/group', `id=${id}`, targetQuery(here)))}
              />
            ))}
          </View>
        </Section>
      </View>
      {view ? (
        <>
          <View className="section">
            <Card>
              <Row
                id="phones"
                icon="phone"
                title={words.phones}
                note={words.phonesHint}
                onTap={() => void go(pathTo('door/phones', targetQuery(here)))}
              />
              <NoticesRow view={view} now={now} />
              <Row
                id="door-request"
                icon="edit"
                title={words.request}
                note={words.requestHint}
                onTap={() => void go(pathTo('request/form', targetQuery(here)))}
              />
              <Row id="change" icon="place" title={words.change} onTap={() => void go(pathTo('door/choose'))} />
            </Card>
          </View>
          <View className="foot">{at === null ? '' : common.updatedAt(whenText(at, now))}</View>
        </>
      ) : null}
    </Shell>
  )
}
