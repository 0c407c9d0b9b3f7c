import Taro from '@tarojs/taro'
import { useState } from 'react'
import { noteAccount } from '../../../client'
import { forgetPosts } from '../../../client/use-posts'
import { State } from '../../../components'
import { setup as words } from '../../../text/roles'
import { pathTo } from '../../go'
import { Shell } from '../../shell'
import { noDraft, SetupFound } from '../parts/setup-found'
import { SetupStart, type Start } from '../parts/setup-start'

/** 开通社区: the first secretary comes in by the code that deployment printed. */
export default function SetupPage() {
  const [start, setStart] = useState<Start>({ code: '', kind: null })
  const [draft, setDraft] = useState(noDraft)
  const [step, setStep] = useState<'start' | 'found' | 'done'>('start')
  const [foundedId, setFoundedId] = useState('')
  const done = (communityId: string) => {
    forgetPosts()
    noteAccount({ hasRole: true })
    setFoundedId(communityId)
    setStep('done')
  }
  const toFirst = () => void Taro.redirectTo({ url: pathTo('directory/first', `c=${foundedId}`) })
  return (
    <Shell title={words.title}>
      {step === 'start' ? (
        <SetupStart start={start} onChange={setStart} onNext={() => setStep('found')} />
      ) : step === 'found' ? (
        <SetupFound start={start} draft={draft} onChange={setDraft} onFound={done} onBack={() => setStep('start')} />
      ) : (
        <State icon="check" title={words.done} hint={words.doneHint} action={{ text: words.toFirst, onTap: toFirst }} />
      )}
    </Shell>
  )
}
