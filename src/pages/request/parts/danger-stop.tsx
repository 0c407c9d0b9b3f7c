import { View } from '@tarojs/components'
import type { Target } from '../../../client'
import { Button, Card, EmergencyRow, Row } from '../../../components'
import { emergencyNumbers } from '../../../domain/routing'
import type { Found } from '../../../domain/search'
import { findMatterName } from '../../../knowledge/names'
import { dial } from '../../../platform/phone'
import { requestForm as words } from '../../../text/request'
import { go, matterPath } from '../../go'
import type { SaidMatter } from '../../matter-guess'

/** The danger that somebody writes of: the matter itself, or what their words speak of; null: none. */
export function dangerOf(found: Found, matterId: SaidMatter): string | null {
  const chosen = typeof matterId === 'string' ? findMatterName(matterId) : undefined
  return chosen?.emergency ? chosen.id : (found.hits.find(({ danger }) => danger)?.id ?? null)
}

interface DangerStopProps {
  readonly matterId: string
  readonly here: Target | null
  readonly onDone: () => void
}

/** Before anything is sent: whom to call now. Whoever has called goes on writing. */
export function DangerStop({ matterId, here, onDone }: DangerStopProps) {
  const matter = findMatterName(matterId)
  const numbers = emergencyNumbers.map((number) => ({ number, fits: number === matter?.emergency }))
  return (
    <View id="danger-stop" className="section stack">
      <View className="safety">
        <View className="safety-title">{words.dangerTitle}</View>
        <View>{words.dangerText}</View>
      </View>
      <EmergencyRow numbers={numbers} onCall={(number) => void dial(number)} />
      <Card>
        <Row
          id="danger-more"
          icon="alarm"
          title={words.dangerMore}
          note={matter?.name ?? ''}
          onTap={() => void go(matterPath(matterId, here))}
        />
      </Card>
      <Button id="danger-done" kind="plain" text={words.dangerDone} onTap={onDone} />
    </View>
  )
}
