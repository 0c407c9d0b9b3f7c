import { Input } from '@tarojs/components'
import { FieldFrame, fieldSpoken, type FieldProps } from './field'

interface TextFieldProps extends FieldProps {
  /** number and phone open the keyboard with digits; phone takes eleven. */
  readonly type?: 'text' | 'number' | 'phone'
  /** The key at the keyboard's lower right. */
  readonly onConfirm?: () => void
}

/** Characters, where the page says no other number. */
const usual = { text: 50, number: 20, phone: 11 } as const

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const { id, value, onChange, placeholder = '', type = 'text', disabled = false, onConfirm } = props
  return (
    <FieldFrame {...props}>
      <Input
        id={id}
        className="field-input"
        type={type === 'text' ? 'text' : 'number'}
        value={value}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        maxlength={props.maxLength ?? usual[type]}
        disabled={disabled}
        {...fieldSpoken(props)}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onConfirm?.()}
      />
    </FieldFrame>
  )
}
