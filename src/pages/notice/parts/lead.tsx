import { View } from '@tarojs/components'
import { Notice, Slot } from '../../../components'
import type { Lead as LeadOf } from '../../../domain/notice/for-me'
import { noticeForMe, noticeLeadText } from '../../../text/notice-for-me'
import { noticePage as words } from '../../../text/notice-page'

interface LeadProps {
  readonly lead: LeadOf
  readonly building: string | null
  readonly now: number
  /** It was written anew since this reader saw it. */
  readonly isNew: boolean
  /** It may be read. */
  readonly hasWords: boolean
}

/** What it means for the reader's building, before everything else and larger than everything else. */
export const Lead = ({ lead, building, now, isNew, hasWords }: LeadProps) => (
  <View id="lead">
    <Slot>
      {lead.kind === 'out' && lead.isEmergency ? <Notice tone="danger" icon="alarm" text={words.emergency} /> : null}
    </Slot>
    <View id="lead-line" className="lead">
      {noticeLeadText(lead, { building }, now)}
    </View>
    <Slot>{isNew ? <Notice tone="wait" icon="edit" text={words.changed} /> : null}</Slot>
    <Slot>
      {lead.kind === 'out' && !hasWords ? <Notice tone="calm" icon="clock" text={noticeForMe.checking} /> : null}
    </Slot>
  </View>
)
