import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { targetOf, targetQuery, useDoor } from '../../../client'
import { Card, EmergencyRow, Icon, Row, Section, Tap } from '../../../components'
import { emergencyNumbers, isShown, route, type Contact, type Matter } from '../../../domain/routing'
import { hotlines, roles } from '../../../knowledge/book'
import { emergencyMatters } from '../../../knowledge/emergency'
import { settings } from '../../../knowledge/settings'
import { dial } from '../../../platform/phone'
import { danger, matter as words } from '../../../text'
import { go, matterPath, pathTo } from '../../go'
import { momentAt, placeOf } from '../../place'
import { Shell, useNow } from '../../shell'

const numbers = emergencyNumbers.map((number) => ({ number, fits: false }))
const book = { roles, hotlines, settings, laws: {} }

/**
 * The one number beside a danger: whoever it is here, if they answer now. Where nobody here is listed for it, or
 * only another emergency line comes first, the emergency number that fits is nearer than whoever stands in.
 */
function numberFor(
  matter: Matter,
  contacts: readonly Contact[],
): { readonly number: string; readonly name: string | null } {
  const first = contacts.find(({ line, standsInFor }) => line?.answersNow === true && standsInFor === null)
  if (first?.agency && first.line) return { number: first.line.number, name: first.agency.name }
  const hotline = first?.line && !isEmergencyNumber(first.line.number) ? first.line.number : null
  return { number: hotline ?? matter.emergency ?? emergencyNumbers[0], name: null }
}

/** What to do before anything else, in one breath; the rest stands on the danger's own page. */
const firstStep = ({ safetyFirst }: Matter) => /^[^；。]*/.exec(safetyFirst ?? '')?.[0] ?? ''

const isEmergencyNumber = (number: string) => emergencyNumbers.some((known) => known === number)

/** Danger: 110, 119, 120 at once, and each danger with the number that fits it here. */
export default function DangerPage() {
  const { params } = useRouter()
  const now = useNow()
  const { here, view } = useDoor(targetOf(params), 'when-old')
  const place = placeOf(view)
  return (
    <Shell title={danger.title} subtitle={danger.first}>
      <EmergencyRow numbers={numbers} onCall={(number) => void dial(number)} />
      <Section title={danger.matters} {...(view ? {} : { hint: danger.noPlace })}>
        <Card>
          {emergencyMatters
            .filter((matter) => isShown(matter, place.settings))
            .map((matter) => {
              const number = numberFor(matter, route(matter, place, {}, momentAt(now), book).contacts)
              const name = number.name ?? number.number
              return (
                <View key={matter.id} className="danger-row">
                  <View className="danger-row-words">
                    <Row
                      id={`danger-${matter.id}`}
                      title={matter.name}
                      note={firstStep(matter)}
                      end="none"
                      onTap={() => void go(matterPath(matter.id, here))}
                    />
                  </View>
                  <Tap
                    id={`danger-call-${matter.id}`}
                    className="danger-row-call"
                    label={words.callNow(number.name ? `${number.name} ${number.number}` : number.number)}
                    onTap={() => void dial(number.number)}
                  >
                    <Icon name="phone" />
                    <View className="danger-row-name">{name}</View>
                  </Tap>
                </View>
              )
            })}
        </Card>
      </Section>
      <View className="section">
        <Card>
          <Row
            id="danger-request"
            icon="edit"
            title={danger.request}
            note={danger.requestHint}
            onTap={() => void go(pathTo('request/form', targetQuery(here)))}
          />
        </Card>
      </View>
    </Shell>
  )
}
