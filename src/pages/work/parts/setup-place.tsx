import { useRows } from '../../../client'
import { Choices, Notice, Section, Slot, TextField } from '../../../components'
import { setup as words } from '../../../text/roles'
import { ListWaiting, More } from '../../waiting'

export type Names = Readonly<Record<'name' | 'streetName' | 'province' | 'city' | 'district', string>>

export const nameless: Names = { name: '', streetName: '', province: '', city: '', district: '' }

const fields: readonly { readonly id: keyof Names; readonly label: string; readonly placeholder: string }[] = [
  { id: 'name', label: words.community, placeholder: words.communityPlaceholder },
  { id: 'streetName', label: words.street, placeholder: words.streetPlaceholder },
  { id: 'province', label: words.province, placeholder: words.provincePlaceholder },
  { id: 'city', label: words.city, placeholder: words.cityPlaceholder },
  { id: 'district', label: words.district, placeholder: words.districtPlaceholder },
]

/** Without the blanks around them. */
export const trimmed = ({ name, streetName, province, city, district }: Names): Names => ({
  name: name.trim(),
  streetName: streetName.trim(),
  province: province.trim(),
  city: city.trim(),
  district: district.trim(),
})

export const isNamed = (names: Names): boolean => fields.every(({ id }) => names[id].trim() !== '')

interface NewPlaceProps {
  readonly names: Names
  /** Whether to say what is missing. */
  readonly isTried: boolean
  readonly onChange: (names: Names) => void
}

/** What a community that is not there yet is called. */
export const NewPlace = ({ names, isTried, onChange }: NewPlaceProps) => (
  <>
    {fields.map(({ id, label, placeholder }) => (
      <TextField
        key={id}
        id={`setup-${id}`}
        label={label}
        placeholder={placeholder}
        value={names[id]}
        maxLength={30}
        {...(isTried && names[id].trim() === '' ? { error: words.missing } : {})}
        onChange={(value) => onChange({ ...names, [id]: value })}
      />
    ))}
  </>
)

interface KnownPlaceProps {
  readonly chosen: string | null
  readonly isTried: boolean
  readonly onChoose: (id: string) => void
}

/** The communities that are there, to choose one. */
export function KnownPlace({ chosen, isTried, onChoose }: KnownPlaceProps) {
  const list = useRows(
    'communities',
    'place.list',
    (cursor) => ({ cursor }),
    ({ communities }) => communities,
  )
  return (
    <Section title={words.choose}>
      {list.rows.length === 0 ? (
        <ListWaiting {...list} icon="place" empty={words.noCommunity} />
      ) : (
        <Choices
          id="setup-community"
          label={words.choose}
          hideLabel
          options={list.rows.map(({ id, name, streetName }) => ({ id, title: name, note: streetName }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
      <Slot>{list.rows.length > 0 ? <More {...list} /> : null}</Slot>
      <Slot>{isTried && chosen === null ? <Notice tone="wait" icon="alarm" text={words.whichMissing} /> : null}</Slot>
    </Section>
  )
}
