import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, ManyChoices, Notice, Row, Section, Slot } from '../../../components'
import { directoryAgency as words } from '../../../text/directory-agency'
import { roleGroups, roleName, type RoleGroup } from './agency-roles'

/** As the contract says. */
const most = 12
const later = ['pipes', 'estate', 'offices'] as const satisfies readonly RoleGroup[]

interface AgencyDutiesProps {
  readonly chosen: readonly string[]
  readonly onChange: (roles: readonly string[]) => void
}

/** What the agency answers for: the usual ones first, the others group by group. */
export function AgencyDuties({ chosen, onChange }: AgencyDutiesProps) {
  const [open, setOpen] = useState<RoleGroup>('often')
  const [isFull, setFull] = useState(false)
  const countIn = (group: RoleGroup) => roleGroups[group].filter((id) => chosen.includes(id)).length
  const choose = (group: RoleGroup, ids: readonly string[]) => {
    const others = chosen.filter((id) => !roleGroups[group].some((one) => one === id))
    const next = [...others, ...ids]
    setFull(next.length > most)
    if (next.length <= most) onChange(next)
  }
  return (
    <Section id="roles" title={words.roles} hint={words.rolesHint}>
      <Slot>{isFull ? <Notice tone="wait" icon="alarm" text={words.rolesFull} /> : null}</Slot>
      {(['often', ...later] as const).map((group) => (
        <Slot key={group}>
          {open === group ? (
            <ManyChoices
              id="role"
              label={words.groups[group]}
              options={roleGroups[group].map((id) => ({ id, title: roleName(id) }))}
              chosen={chosen}
              onChange={(ids) => choose(group, ids)}
            />
          ) : (
            <View className="card-more">
              <Card>
                <Row
                  id={`group-${group}`}
                  title={words.groups[group]}
                  note={words.groupChosen(countIn(group))}
                  onTap={() => setOpen(group)}
                />
              </Card>
            </View>
          )}
        </Slot>
      ))}
    </Section>
  )
}
