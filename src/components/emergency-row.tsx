import { View } from '@tarojs/components'
import { danger, matter } from '../text'
import { Tap } from './tap'

interface EmergencyRowProps {
  readonly numbers: readonly { readonly number: '110' | '119' | '120'; readonly fits: boolean }[]
  readonly onCall: (number: string) => void
}

/** 110, 119, 120, always in this order and place; the fitting one is filled and says so in a word. */
export const EmergencyRow = ({ numbers, onCall }: EmergencyRowProps) => (
  <View className="emergency">
    {numbers.map(({ number, fits }) => (
      <Tap
        key={number}
        id={`call-${number}`}
        className={fits ? 'emergency-call emergency-fits' : 'emergency-call'}
        label={danger.callNumber(number, danger.numbers[number])}
        onTap={() => onCall(number)}
      >
        {fits ? <View className="emergency-mark">{matter.fits}</View> : null}
        <View className="emergency-number">{number}</View>
        <View className="emergency-word">{danger.numbers[number]}</View>
      </Tap>
    ))}
  </View>
)
