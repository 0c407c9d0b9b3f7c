import { View } from '@tarojs/components'
import { Chips, Choices, TextField } from '../../../components'
import { longestWant, mostWants } from '../../../domain/wish/limits'
import { wishWhos } from '../../../domain/wish/card'
import { usualWants, wishForm as words } from '../../../text/wish'
import { wishWhoNames } from '../../../text/wish-names'
import { Ticks } from './ticks'
import type { WishForm } from './use-wish-form'

/** For whom it is and what matters: everything that has a good answer without asking. */
export function More({ form }: { readonly form: WishForm }) {
  const { fields, filing, write } = form
  return (
    <View id="more">
      {fields.behalf === 'office' ? <Behalf form={form} /> : null}
      <Chips
        id="who"
        question={words.who}
        options={wishWhos.map((id) => ({ id, label: wishWhoNames[id] }))}
        chosen={fields.who ?? 'other'}
        onChoose={(id) => write({ who: wishWhos.find((who) => who === id) ?? null })}
      />
      <Ticks
        id="want"
        question={words.wants}
        options={usualWants.map((label, index) => ({ id: label, label, name: String(index) }))}
        chosen={usualWants.filter((want) => fields.wants.includes(want))}
        most={mostWants}
        onChange={(wants) => write({ wants })}
      />
      <TextField
        id="want-own"
        label={words.want}
        hint={words.wantHint}
        value={fields.want}
        maxLength={longestWant}
        disabled={filing.busy}
        onChange={(want) => write({ want })}
      />
      {fields.behalf === 'office' ? null : <Behalf form={form} />}
    </View>
  )
}

/** Whose wish it is, and by which number the other side reaches them once they are paired. */
function Behalf({ form: { fields, me, missing, filing, write } }: { readonly form: WishForm }) {
  const { behalf } = fields
  const disabled = filing.busy
  const isOffice = behalf === 'office'
  const known = me?.phone?.masked ?? null
  return (
    <View>
      {isOffice ? null : (
        <Choices
          id="behalf"
          label={words.behalf}
          options={[
            { id: 'none', title: words.behalfSelf, disabled },
            { id: 'family', title: words.behalfFamily, note: words.behalfFamilyHint, disabled },
          ]}
          chosen={behalf}
          onChoose={(id) => write({ behalf: id === 'family' ? 'family' : 'none' })}
        />
      )}
      {behalf === 'none' ? (
        <TextField
          id="phone"
          type="phone"
          label={known === null ? words.phone : words.phoneKnown(known)}
          hint={words.phoneHint}
          value={fields.phone}
          disabled={disabled}
          onChange={(phone) => write({ phone })}
        />
      ) : (
        <TextField
          id="name"
          label={isOffice ? words.officeName : words.familyName}
          hint={words.officeNameHint}
          value={fields.name}
          maxLength={20}
          disabled={disabled}
          {...(missing?.what === 'name' ? { error: words.nameMissing } : {})}
          onChange={(name) => write({ name })}
        />
      )}
      {behalf === 'none' ? null : (
        <TextField
          id="behalf-phone"
          type="phone"
          label={isOffice ? words.officePhone : words.familyPhone}
          hint={words.phoneHint}
          value={fields.behalfPhone}
          disabled={disabled}
          onChange={(behalfPhone) => write({ behalfPhone })}
        />
      )}
    </View>
  )
}
