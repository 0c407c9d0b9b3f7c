import { View } from '@tarojs/components'
import { ManyChoices, Notice } from '../../../components'
import { directoryPreview as words } from '../../../text/directory-preview'
import { ImportLine, ImportList } from './import-list'
import type { Import } from './use-import'

type Broken = Import['breaks'][number]

const resting = ({ doorCodes, households, homes, requests, members }: Broken): string =>
  [
    doorCodes > 0 ? words.resting.doorCodes(doorCodes) : '',
    households > 0 ? words.resting.households(households) : '',
    homes > 0 ? words.resting.homes(homes) : '',
    requests > 0 ? words.resting.requests(requests) : '',
    members > 0 ? words.resting.members(members) : '',
  ]
    .filter(Boolean)
    .join('、')

interface ChangeBreaksProps {
  readonly breaks: Import['breaks']
  readonly isSeen: boolean
  readonly onSeen: (isSeen: boolean) => void
}

/** What goes although something still rests on it: nobody confirms that without having seen it. */
export const ChangeBreaks = ({ breaks, isSeen, onSeen }: ChangeBreaksProps) =>
  breaks.length === 0 ? (
    <View />
  ) : (
    <View id="breaks" className="section">
      <Notice tone="danger" icon="alarm" text={`${words.breaks}。${words.breaksHint}`} />
      <ImportList
        id="broken"
        all={breaks}
        line={(one, at) => <ImportLine key={at} head={`${words.things[one.kind]} ${one.name}`} text={[resting(one)]} />}
      />
      <ManyChoices
        id="breaks-seen"
        label={words.seen}
        hideLabel
        options={[{ id: 'yes', title: words.seen }]}
        chosen={isSeen ? ['yes'] : []}
        onChange={(ids) => onSeen(ids.length > 0)}
      />
    </View>
  )
