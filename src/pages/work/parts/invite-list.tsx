import { View } from '@tarojs/components'
import { useRows, type Spot } from '../../../client'
import { Button, Card, Facts, Row, Section, Slot } from '../../../components'
import { roleNames } from '../../../text/role-names'
import { invite as words, placeWords } from '../../../text/roles'
import { dateText } from '../../../text/time'
import { ListWaiting, More } from '../../waiting'
import type { Invitation, Made } from './invitation'

interface InviteListProps {
  readonly spot: Spot
  readonly now: number
  readonly onNew: () => void
  /** One that is still good is to be seen again. */
  readonly onOpen: (made: Made) => void
}

/** The invitations that were made here: those that can be handed on, then the others. */
export function InviteList({ spot, now, onNew, onOpen }: InviteListProps) {
  const list = useRows(
    `${spot.communityId}/${spot.gridId ?? ''}`,
    'invitation.list',
    (cursor) => ({ ...spot, cursor }),
    ({ invitations }) => invitations,
  )
  const good = list.rows.flatMap((row) => (row.code === null ? [] : [{ ...row, code: row.code }]))
  const others = list.rows.filter(({ code }) => code === null)
  return (
    <>
      <View className="section">
        <Button id="invite-new" icon="share" text={words.start} onTap={onNew} />
      </View>
      <Section title={words.listTitle}>
        <Slot>
          {list.rows.length === 0 ? <ListWaiting {...list} icon="share" empty={words.listEmpty} /> : null}
          {good.length > 0 ? (
            <Card>
              {good.map((row) => (
                <Row
                  key={row.invitationId}
                  id={`invitation-${row.invitationId}`}
                  title={titleOf(row)}
                  note={placeWords(words.used(row.used, row.uses), words.goodUntil(dateText(row.expiresAt, now)))}
                  onTap={() => onOpen(row)}
                />
              ))}
            </Card>
          ) : null}
        </Slot>
        <Slot>
          {others.length > 0 ? (
            <Facts
              rows={others.map((row) => ({
                id: `invitation-${row.invitationId}`,
                label: titleOf(row),
                value: words.states[row.state] || words.goodUntil(dateText(row.expiresAt, now)),
                note: words.used(row.used, row.uses),
              }))}
            />
          ) : null}
        </Slot>
        <Slot>{list.rows.length > 0 ? <More {...list} /> : null}</Slot>
      </Section>
    </>
  )
}

const titleOf = ({ role, gridName, agencyName }: Invitation) => placeWords(roleNames[role], gridName, agencyName)
