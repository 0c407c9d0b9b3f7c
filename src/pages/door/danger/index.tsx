import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { targetOf, useDoor } from '../../../client'
import { Card, EmergencyRow, Icon, Row, Section, Tap } from '../../../components'
import { emergencyNumbers, route } from '../../../domain/routing'
import { hotlines, roles } from '../../../knowledge/book'
import { emergencyMatters } from '../../../knowledge/emergency'
import { settings } from '../../../knowledge/settings'
import { dial } from '../../../platform/phone'
import { danger, matter as words } from '../../../text'
import { go, matterPath } from '../../go'
import { momentAt, placeOf } from '../../place'
import { Shell, useNow } from '../../shell'

const numbers = emergencyNumbers.map((number) => ({ number, fits: false }))
const book = { roles, hotlines, settings, laws: {} }

/** Danger: 110, 119, 120 at once, and each danger with the number that fits it here. */
export default function DangerPage() {
  const { params } = useRouter()
  const now = useNow()
  const { view } = useDoor(targetOf(params), 'if-needed')
  const place = placeOf(view)
  return (
    <Shell title={danger.title} subtitle={danger.first}>
      <EmergencyRow numbers={numbers} onCall={(number) => void dial(number)} />
      <Section title={danger.matters} {...(view ? {} : { hint: danger.noPlace })}>
        <Card>
          {emergencyMatters.map((matter) => {
            const first = route(matter, place, {}, momentAt(now), book).contacts.find(({ line }) => line !== null)
            const number = first?.line?.number ?? matter.emergency ?? ''
            const name = first?.agency?.name ?? first?.roleName ?? ''
            return (
              <View key={matter.id} className="danger-row">
                <View className="danger-row-words">
                  <Row
                    id={`danger-${matter.id}`}
                    title={matter.name}
                    end="next"
                    onTap={() => void go(matterPath(matter.id, view?.place ?? null))}
                  />
                </View>
                <Tap
                  id={`danger-call-${matter.id}`}
                  className="danger-row-call"
                  label={words.callNow(`${name} ${number}`)}
                  onTap={() => void dial(number)}
                >
                  <Icon name="phone" />
                  <View className="danger-row-name">{first?.agency ? name : number}</View>
                </Tap>
              </View>
            )
          })}
        </Card>
      </Section>
    </Shell>
  )
}
