import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice, Section, Slot } from '../../../components'
import { copyText } from '../../../platform/save-file'
import { directoryPreview as words } from '../../../text/directory-preview'
import { ImportLine, ImportList } from './import-list'
import type { Import } from './use-import'

type Problem = Import['problems'][number]

const where = ({ sheet, cell }: Problem) => words.at(sheet, cell)

/** What there is to mend, and what is only to be known, each with its cell. */
export function ImportProblems({ data }: { readonly data: Import }) {
  const { problems, found, stopping } = data
  const [told, setTold] = useState<'copied' | 'notCopied' | null>(null)
  const toMend = problems.filter(({ stops }) => stops)
  const toKnow = problems.filter(({ stops }) => !stops)
  if (problems.length === 0) return <View />
  const copy = async () => {
    const lines = [...toMend, ...toKnow].map((one, at) => `${at + 1}. ${where(one)}：${one.words}`)
    setTold((await copyText(lines.join('\n'))) ? 'copied' : 'notCopied')
  }
  const line = (one: Problem, at: number) => <ImportLine key={at} head={where(one)} text={[one.words]} />
  return (
    <View id="problems">
      {toMend.length === 0 ? null : (
        <Section title={words.toMend(stopping)}>
          <ImportList id="to-mend" all={toMend} line={line} />
        </Section>
      )}
      {toKnow.length === 0 ? null : (
        <Section title={words.toKnow(found - stopping)}>
          <ImportList id="to-know" all={toKnow} first={5} line={line} />
        </Section>
      )}
      {found > problems.length ? (
        <View className="second section-hint">{words.notListed(found - problems.length)}</View>
      ) : null}
      <View className="section stack">
        <Button id="copy-problems" kind="plain" icon="list" text={words.copy} onTap={() => void copy()} />
        <Slot>{told ? <Notice tone="calm" icon="check" text={words[told]} /> : null}</Slot>
      </View>
    </View>
  )
}
