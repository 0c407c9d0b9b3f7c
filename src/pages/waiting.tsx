import { View } from '@tarojs/components'
import type { List } from '../client'
import { Button, Loading, Notice, State } from '../components'
import { common, refusalText } from '../text'

type Code = keyof typeof refusalText

interface WaitingProps {
  readonly busy: boolean
  readonly refused: Code | null
  /** Asks once more. */
  readonly retry: () => void
}

const icons: Readonly<Record<string, string>> = { 'network.offline': 'offline', 'network.failed': 'offline' }

/** What stands where something read is not there yet: it is on its way, or why not and what helps. */
export const Waiting = ({ busy, refused, retry }: WaitingProps) =>
  refused && !busy ? (
    <State
      icon={icons[refused] ?? 'alarm'}
      title={refusalText[refused]}
      action={{ text: common.retry, onTap: retry }}
    />
  ) : (
    <Loading />
  )

/** Over what was read before, where asking again brought nothing: what stands below may be old. */
export const Unrenewed = ({ data, busy, refused }: Omit<WaitingProps, 'retry'> & { readonly data: unknown }) =>
  data !== null && data !== undefined && refused && !busy ? (
    <View id="unrenewed">
      <Notice tone="wait" icon={icons[refused] ?? 'alarm'} text={refusalText[refused]} />
    </View>
  ) : (
    <View />
  )

type ListState = Omit<List<unknown, Code>, 'rows'>

interface ListWaitingProps extends ListState {
  readonly icon: string
  readonly empty: string
  readonly emptyHint?: string
}

/** What stands where a list has no row: it is on its way, failed, or empty. */
export const ListWaiting = ({ icon, empty, emptyHint, busy, refused, more }: ListWaitingProps) =>
  busy || refused ? (
    <Waiting busy={busy} refused={refused} retry={() => more?.()} />
  ) : (
    <State icon={icon} title={empty} {...(emptyHint === undefined ? {} : { hint: emptyHint })} />
  )

/** The end of a list that has another page: the button for it, and why it did not come. */
export const More = ({ busy, refused, more }: ListState) =>
  more ? (
    <View className="section">
      {refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}
      <Button
        id="more"
        text={busy ? common.loading : refused ? common.retry : common.showMore}
        kind="plain"
        disabled={busy}
        onTap={more}
      />
    </View>
  ) : null
