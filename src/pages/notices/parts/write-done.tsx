import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, Notice, Slot, State } from '../../../components'
import { noticeWrite as words } from '../../../text/notice-write'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { sharePath, type NoticeWriting } from './use-notice-writing'

interface DoneProps {
  readonly outcome: NonNullable<NoticeWriting['outcome']>
  readonly spot: DeskSpot
  /** A secretary's own words are read by somebody else. */
  readonly isSecretarys: boolean
}

/** It lies where it should: as a draft, or with whoever reads it first. */
export function WriteDone({ outcome: { is, saved }, spot, isSecretarys }: DoneProps) {
  const toCase = () =>
    void Taro.redirectTo({ url: pathTo('notices/case', spotQuery(spot), `notice=${saved.noticeId}`) })
  const toShare = () => void Taro.redirectTo({ url: sharePath(spot, saved.noticeId) })
  const toList = () => void Taro.redirectTo({ url: pathTo('notices', spotQuery(spot)) })
  return (
    <View id={`done-${is}`}>
      {is === 'out' ? (
        <State icon="check" title={words.out} />
      ) : is === 'saved' ? (
        <State icon="check" title={words.saved} />
      ) : (
        <State icon="check" title={isSecretarys ? words.waitsOther : words.waits} hint={words.waitsSoon} />
      )}
      <Slot>
        {is === 'waits' && saved.words === 'waiting' ? <Notice tone="calm" icon="clock" text={words.checking} /> : null}
      </Slot>
      <View className="section stack">
        {is === 'out' ? <Button id="to-share" text={words.toShare} onTap={toShare} /> : null}
        <Button id="to-case" {...(is === 'out' ? { kind: 'plain' } : {})} text={words.toCase} onTap={toCase} />
        <Button id="to-list" kind="plain" text={words.toList} onTap={toList} />
      </View>
    </View>
  )
}
