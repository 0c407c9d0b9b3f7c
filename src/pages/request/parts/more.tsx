import { View } from '@tarojs/components'
import { Choices, ManyChoices, Notice, Pictures, Slot, TextField } from '../../../components'
import type { OwnPictures } from '../../../client/use-pictures'
import { mayShowWords, type RequestKind } from '../../../domain/request/kind'
import { mostRequestPictures } from '../../../domain/request/limits'
import { refusalText } from '../../../text'
import { requestForm as words } from '../../../text/request'
import { isHidden, type Reach, type RequestFields } from './fields'

interface MoreProps {
  readonly fields: RequestFields
  readonly kind: RequestKind
  readonly pictures: OwnPictures
  readonly online: boolean
  /** The account's number, masked; null: none. */
  readonly phone: string | null
  readonly errors: Readonly<Partial<Record<'familyName' | 'phone', string>>>
  readonly disabled: boolean
  readonly change: (changed: Partial<RequestFields>) => void
}

const reaches: readonly Reach[] = ['message', 'call', 'visit']
const isReach = (id: string): id is Reach => (reaches as readonly string[]).includes(id)

/** Everything that has a good answer without asking: nobody has to look at it. */
export function More({ fields, kind, pictures, online, phone, errors, disabled, change }: MoreProps) {
  const hidden = isHidden(fields, kind)
  return (
    <View id="more-open">
      <Pictures
        id="pictures"
        label={words.pictures}
        pictures={pictures.pictures}
        most={mostRequestPictures}
        disabled={disabled}
        onAdd={pictures.add}
        onRemove={pictures.remove}
        onRetry={pictures.retry}
        onEnlarge={pictures.enlarge}
      />
      <Slot>{pictures.problem ? <Notice tone="wait" icon="alarm" text={problemText[pictures.problem]} /> : null}</Slot>
      <Slot>
        {!online && pictures.hasFailed ? <Notice tone="wait" icon="offline" text={words.picturesOffline} /> : null}
      </Slot>
      <Also {...{ fields, kind, disabled, change }} />
      <Slot>{fields.isForFamily ? <Family {...{ fields, errors, disabled, change }} /> : null}</Slot>
      <Slot>
        {hidden ? null : (
          <Choices
            id="reach"
            label={fields.isForFamily ? words.reachFamily : words.reach}
            options={reaches.map((id) => ({
              id,
              title: id === 'message' && fields.isForFamily ? words.reachFamilyMessage : words.reachWays[id],
              disabled,
            }))}
            chosen={fields.reach}
            onChoose={(id) => (isReach(id) ? change({ reach: id }) : undefined)}
          />
        )}
      </Slot>
      <Slot>
        {fields.reach === 'call' && !hidden && !fields.isForFamily ? (
          <TextField
            id="phone"
            type="phone"
            label={phone === null ? words.phone : words.phoneKnown(phone)}
            hint={phone === null ? words.phoneHint : words.phoneOther}
            value={fields.phone}
            disabled={disabled}
            {...(errors.phone === undefined ? {} : { error: errors.phone })}
            onChange={(typed) => change({ phone: typed })}
          />
        ) : null}
      </Slot>
      <View className="second">{mayShowWords(kind) ? words.privacy : words.private}</View>
    </View>
  )
}

type PartProps = Pick<MoreProps, 'fields' | 'disabled' | 'change'>

/** What may be ticked: for whom it is, who may read it, whether it stays without a name. */
function Also({ fields, kind, disabled, change }: PartProps & Pick<MoreProps, 'kind'>) {
  const options = [
    { id: 'family', title: words.family, note: words.familyHint, disabled },
    ...(mayShowWords(kind) ? [{ id: 'open', title: words.open, note: words.openHint, disabled }] : []),
    ...(kind.mayBeAnonymous && !fields.isForFamily
      ? [{ id: 'anonymous', title: words.anonymous, note: words.anonymousHint, disabled }]
      : []),
  ]
  const chosen = [
    ...(fields.isForFamily ? ['family'] : []),
    ...(fields.isPublic ? ['open'] : []),
    ...(fields.isAnonymous ? ['anonymous'] : []),
  ]
  return (
    <ManyChoices
      id="also"
      label={words.also}
      options={options}
      chosen={chosen}
      onChange={(ids) =>
        change({
          isForFamily: ids.includes('family'),
          isPublic: ids.includes('open'),
          isAnonymous: ids.includes('anonymous'),
        })
      }
    />
  )
}

const Family = ({ fields, errors, disabled, change }: PartProps & Pick<MoreProps, 'errors'>) => (
  <View>
    <TextField
      id="family-name"
      label={words.familyName}
      hint={words.familyNameHint}
      value={fields.familyName}
      maxLength={20}
      disabled={disabled}
      {...(errors.familyName === undefined ? {} : { error: errors.familyName })}
      onChange={(typed) => change({ familyName: typed })}
    />
    <TextField
      id="family-phone"
      type="phone"
      label={words.familyPhone}
      hint={words.phoneHint}
      value={fields.familyPhone}
      disabled={disabled}
      {...(errors.phone === undefined ? {} : { error: errors.phone })}
      onChange={(typed) => change({ familyPhone: typed })}
    />
  </View>
)

const problemText = {
  denied: words.picturesDenied,
  failed: words.picturesFailed,
  'not-a-picture': refusalText['picture.not-a-picture'],
} as const
