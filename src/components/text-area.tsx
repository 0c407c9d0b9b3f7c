import { Textarea } from '@tarojs/components'
import { kit } from '../text'
import { FieldFrame, fieldSpoken, type FieldProps } from './field'

/** Characters, where the page says no other number. */
const usual = 200

/**
 * Several lines; it grows with them and says how much was typed. WeChat tells that a textarea has lost the keyboard only
 * after the tap that took it away: nothing here waits for that, each keystroke is handed on at once. Older phones draw
 * it over everything else, so open a Sheet only where none can lie below.
 */
export const TextArea = (props: FieldProps) => {
  const { id, value, onChange, placeholder = '', disabled = false, maxLength = usual } = props
  return (
    <FieldFrame {...props} note={kit.counted([...value].length, maxLength)}>
      <Textarea
        id={id}
        className="field-area"
        value={value}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        maxlength={maxLength}
        autoHeight
        showConfirmBar={false}
        disableDefaultPadding
        disabled={disabled}
        {...fieldSpoken(props)}
        onInput={(event) => onChange(event.detail.value)}
      />
    </FieldFrame>
  )
}
