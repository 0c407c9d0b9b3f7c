import { showBanner } from './banner'
import { callsTab } from './calls'
import { documentsTab } from './documents'
import { part } from './dom'
import { openApp } from './moves'
import { filesTab, messagesTab, timersTab } from './platform'
import { follow, onState } from './state'
import { switchesTab } from './switches'
import { buildTabs } from './tabs'
import { timeOf } from './words'

/* `/_local`, in the browser. */

buildTabs(part('tabs'), part('panels'), [
  callsTab(),
  documentsTab(),
  messagesTab(),
  filesTab(),
  timersTab(),
  switchesTab(),
])
part('open-app').addEventListener('click', openApp)
onState((state) => {
  if (state) part('clock').textContent = `北京时间 ${timeOf(state.now)}`
})
showBanner(part('banner'))
follow()
