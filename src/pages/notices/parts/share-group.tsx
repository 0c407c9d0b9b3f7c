import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Button, Card, Notice, ShareButton, Slot } from '../../../components'
import { share as words } from '../../../text/notice-share'
import { whenText } from '../../../text/time'
import type { Cards } from './share-cards'

export type ToTell = Output<'notice.groups'>['groups'][number]

export type SentState = { readonly kind: 'sent'; readonly at: number } | { readonly kind: 'none' | 'old' | 'back' }

interface ShareGroupProps {
  readonly group: ToTell
  readonly serves: readonly string[]
  readonly state: SentState
  readonly isAsked: boolean
  readonly cards: Cards
  readonly title: string
  readonly now: number
}

/** One group: its card, whether it arrived, and how many opened it there. */
export function ShareGroup({ group, serves, state, isAsked, cards, title, now }: ShareGroupProps) {
  const { groupId, name } = group
  const isSent = state.kind === 'sent'
  return (
    <View className="section" id={`group-${groupId}`}>
      <Card>
        <View className="fact">
          <View className="row-words">
            <View className="fact-value">{name}</View>
            {serves.length > 0 ? <View className="second">{words.serves(serves)}</View> : null}
            {openedLines(group).map((line) => (
              <View key={line} className="second">
                {line}
              </View>
            ))}
          </View>
        </View>
      </Card>
      <View className="stack card-more">
        <Slot>
          {isAsked ? (
            <Asked group={group} cards={cards} />
          ) : state.kind === 'sent' ? (
            <Notice tone="done" icon="check" text={words.sent(whenText(state.at, now))} />
          ) : state.kind === 'none' ? null : (
            <Notice tone="wait" icon="alarm" text={state.kind === 'old' ? words.old : words.back} />
          )}
        </Slot>
        <Slot>
          {isAsked ? null : (
            <ShareButton
              id={`share-${groupId}`}
              kind={isSent ? 'plain' : 'main'}
              text={isSent ? words.again : words.toGroup}
              label={isSent ? words.againLabel(name) : words.toGroupLabel(name)}
              path={cards.pathFor(groupId)}
              title={title}
              onShared={() => cards.handedOn(groupId)}
            />
          )}
        </Slot>
      </View>
    </View>
  )
}

/** WeChat tells nobody whether a card was sent. */
const Asked = ({ group: { groupId, name }, cards }: { readonly group: ToTell; readonly cards: Cards }) => (
  <View className="stack">
    <Notice tone="wait" icon="share" text={words.asked(name)} />
    <Button
      id={`sent-${groupId}`}
      icon="check"
      text={words.yes}
      busy={cards.sending.includes(groupId)}
      onTap={() => void cards.say(groupId, true)}
    />
    <Button
      id={`unsent-${groupId}`}
      kind="plain"
      text={words.no}
      disabled={cards.sending.includes(groupId)}
      onTap={() => void cards.say(groupId, false)}
    />
  </View>
)

const openedLines = ({ seen, byCard, passedOn }: ToTell): readonly string[] => [
  ...(seen > 0 ? [words.openedIn(seen)] : []),
  ...(byCard > 0 ? [words.openedBy(byCard)] : []),
  ...(passedOn > 0 ? [words.passedOn(passedOn)] : []),
]

/** Whether what holds now went into a group: an edition that was changed, or what came back, has to go once more. */
export function sentStateOf(
  { sent, sentAt }: Pick<ToTell, 'sent' | 'sentAt'>,
  tickedAt: number | undefined,
  edition: number,
  backAt: number | null,
): SentState {
  const at = tickedAt ?? (sent !== null && sent >= edition ? sentAt : null)
  if (at !== null && (backAt === null || at >= backAt)) return { kind: 'sent', at }
  if (backAt !== null) return { kind: 'back' }
  return { kind: sent === null ? 'none' : 'old' }
}
