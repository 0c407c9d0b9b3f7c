import { askForNumber } from '../platform/phone-number.h5'
import { Button } from './button'
import type { PhoneNumberButtonProps } from './phone-number-button'

/** A browser knows no number: the local cloud gives a code for one that is nobody's. */
export function PhoneNumberButton({
  id = 'phone-number',
  text,
  kind = 'main',
  onCode,
  onRefused,
}: PhoneNumberButtonProps) {
  const ask = async () => {
    const code = await askForNumber()
    if (code === undefined) onRefused('failed')
    else onCode(code)
  }
  return <Button id={id} text={text} icon="phone" kind={kind} onTap={() => void ask()} />
}
