import { Textarea, View } from '@tarojs/components'
import { door } from '../text'
import { Icon } from './icon'
import { spoken } from '../platform/spoken'
import { Tap } from './tap'

/** Characters; a long story too. */
const mostTyped = 200

interface SearchBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** The search key of the keyboard. */
  readonly onConfirm: () => void
}

/**
 * A field to say what happened, which grows with a long story; whoever listens gets every keystroke. Its search key
 * ends it as in a single line. There is no microphone of ours: the keyboards of WeChat's phones have one, which writes
 * into any field; a plug-in for speech needs an account's consent and a network (decisions/0019).
 */
export const SearchBox = ({ value, onChange, onConfirm }: SearchBoxProps) => (
  <View className="search">
    <Icon name="search" />
    <Textarea
      id="search"
      className="search-input"
      value={value}
      placeholder={door.searchHint}
      placeholderClass="search-placeholder"
      maxlength={mostTyped}
      autoHeight
      confirmType="search"
      showConfirmBar={false}
      disableDefaultPadding
      {...spoken({ label: door.searchLabel })}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={onConfirm}
    />
    {value === '' ? null : (
      <Tap id="search-clear" className="search-clear" label={door.searchClear} onTap={() => onChange('')}>
        <Icon name="close" />
      </Tap>
    )}
  </View>
)
