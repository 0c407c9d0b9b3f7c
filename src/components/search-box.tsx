import { Input, View } from '@tarojs/components'
import { door } from '../text'
import { Icon } from './icon'
import { spoken } from '../platform/spoken'
import { Tap } from './tap'

/** One line to say what happened; whoever listens gets every keystroke. */
export const SearchBox = ({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
}) => (
  <View className="search">
    <Icon name="search" />
    <Input
      id="search"
      className="search-input"
      value={value}
      placeholder={door.searchHint}
      placeholderClass="search-placeholder"
      maxlength={200}
      confirmType="search"
      {...spoken({ label: door.searchLabel })}
      onInput={(event) => onChange(event.detail.value)}
    />
    {value === '' ? null : (
      <Tap id="search-clear" className="search-clear" label={door.searchClear} onTap={() => onChange('')}>
        <Icon name="close" />
      </Tap>
    )}
  </View>
)
