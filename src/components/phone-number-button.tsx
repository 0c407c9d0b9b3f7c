import { Button as NativeButton, View } from '@tarojs/components'
import { Icon } from './icon'

export interface PhoneNumberButtonProps {
  readonly id?: string
  readonly text: string
  readonly kind?: 'main' | 'plain'
  /** Lives five minutes and is good once; a function exchanges it for the number. */
  readonly onCode: (code: string) => void
  /** quota: this account has none left. Each of them leaves typing as the way. */
  readonly onRefused: (why: 'denied' | 'quota' | 'failed') => void
}

/** WeChat's number for: this account has no look-ups left. */
const noQuota = 1400001

/** Asks for the phone number that WeChat knows; WeChat allows it only from a button of its own. */
export const PhoneNumberButton = ({
  id = 'phone-number',
  text,
  kind = 'main',
  onCode,
  onRefused,
}: PhoneNumberButtonProps) => (
  <NativeButton
    id={id}
    className={`tap button button-${kind} native`}
    openType="getPhoneNumber"
    hoverClass="pressed"
    // Taro's types do not know it yet. Without it WeChat says "no quota" in words of its own.
    {...{ phoneNumberNoQuotaToast: false }}
    onGetPhoneNumber={({ detail }) => {
      const { code, errMsg, errno } = detail as { code?: string; errMsg?: string; errno?: number }
      if (code) onCode(code)
      else if (errno === noQuota) onRefused('quota')
      else onRefused(/deny|cancel|privacy/i.test(errMsg ?? '') ? 'denied' : 'failed')
    }}
  >
    <Icon name="phone" />
    <View className="button-text">{text}</View>
  </NativeButton>
)
