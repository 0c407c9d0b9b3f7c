import { View } from '@tarojs/components'
import { kit } from '../text'
import { Dot } from './dot'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'

interface RowProps {
  readonly title: string
  readonly note?: string
  readonly icon?: IconName
  readonly label?: string
  readonly id?: string
  /** What the right end shows: the way on, the present choice, or nothing. */
  readonly end?: 'next' | 'check' | 'none'
  readonly chosen?: boolean
  /** Something new behind it, in a word: it gets a dot. */
  readonly unread?: string
  readonly onTap: () => void
}

/** One line of a list that leads somewhere. */
export const Row = ({ title, note, icon, end = 'next', unread, label, ...tap }: RowProps) => (
  <Tap
    {...tap}
    {...(label === undefined ? {} : { label: unread ? kit.together(label, unread) : label })}
    className="row"
  >
    {icon ? <Icon name={icon} /> : null}
    <View className="row-words">
      <View>{title}</View>
      {note ? <View className="second">{note}</View> : null}
    </View>
    {unread ? <Dot text={unread} /> : null}
    {end === 'none' ? null : <Icon name={end} />}
  </Tap>
)
