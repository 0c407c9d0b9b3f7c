import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Row, Section, Slot, State, TextField } from '../../../components'
import { directoryHome as words } from '../../../text/directory-home'
import { roleWords } from './agency-roles'

type Agency = Output<'directory.show'>['agencies'][number]

/** So many rows are sent to the view at once. */
const atOnce = 25
/** Fewer are found by looking. */
const worthSearching = 10

const fits = ({ name, roles }: Agency, wanted: string): boolean =>
  name.includes(wanted) || roleWords(roles).includes(wanted)

interface AgencyListProps {
  readonly agencies: readonly Agency[]
  readonly onOpen: (agencyId: string) => void
  /** null: who looks may add none. */
  readonly onAdd: (() => void) | null
}

/** Who is in the directory, with what each answers for and which numbers should be rung. */
export function AgencyList({ agencies, onOpen, onAdd }: AgencyListProps) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(atOnce)
  const wanted = typed.trim()
  const found = agencies.filter((agency) => fits(agency, wanted))
  return (
    <Section title={words.agencies} hint={words.agenciesHint} id="agencies">
      <Slot>
        {agencies.length > worthSearching ? (
          <TextField
            id="agencies-find"
            label={words.find}
            placeholder={words.findHint}
            value={typed}
            maxLength={20}
            onChange={setTyped}
          />
        ) : null}
      </Slot>
      <View className="card-more">
        {agencies.length === 0 ? (
          <State icon="phone" title={words.noAgencies} hint={onAdd ? words.noAgenciesHint : words.noAgenciesYet} />
        ) : found.length === 0 ? (
          <State icon="search" title={words.notFound} hint={words.notFoundHint} />
        ) : (
          <Card>
            {found.slice(0, shown).map((agency) => (
              <AgencyRow key={agency.agencyId} agency={agency} onOpen={onOpen} />
            ))}
          </Card>
        )}
      </View>
      <Slot>
        {found.length > shown ? (
          <View className="card-more">
            <Button id="agencies-more" kind="plain" text={words.showMore} onTap={() => setShown(shown + atOnce)} />
          </View>
        ) : null}
      </Slot>
      <Slot>
        {onAdd ? (
          <View className="card-more">
            <Button id="agency-add" kind="plain" icon="edit" text={words.add} onTap={onAdd} />
          </View>
        ) : null}
      </Slot>
    </Section>
  )
}

const AgencyRow = ({ agency, onOpen }: { readonly agency: Agency; readonly onOpen: (agencyId: string) => void }) => (
  <Row
    id={`agency-${agency.agencyId}`}
    title={agency.name}
    note={words.agencyNote(roleWords(agency.roles), agency.phones)}
    {...(agency.doubtful > 0 ? { unread: words.doubtful(agency.doubtful) } : {})}
    onTap={() => onOpen(agency.agencyId)}
  />
)
