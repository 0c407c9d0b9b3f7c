import type { LocalCloud } from '../../local/start'
import { functions } from '../../cloud/deployment'
import { startDemoCloud } from '../support/demo-cloud'
import { withCloud } from './cloud'
import { FunctionProcess } from './directory-function'
import { killed } from './directory-import-kill'
import { busy, rows, seen, seenAfter, started, workbook } from './directory-import-world'
import type { Bench, Figure } from './figure'

const bench = 'directory-import'

/** Upload to tidied up, by one instance of the function. */
async function timed(cloud: LocalCloud): Promise<Figure[]> {
  const files = new FunctionProcess(cloud)
  try {
    const bytes = workbook(cloud)
    const before = await seen(cloud)
    const begun = performance.now()
    const seconds = () => (performance.now() - begun) / 1000
    const { openid, importId, fileId } = await started(cloud, files, bytes)
    const worked = async () => {
      for (let state = 'reading'; busy.includes(state);)
        ({ state } = await files.data('import.step', { importId, fileId }, openid))
    }
    await worked()
    const ready = seconds()
    await files.data('import.confirm', { importId, breaks: true, rooms: true }, openid)
    const isSeen = (await seen(cloud)) === seenAfter(before)
    const visible = isSeen ? seconds() : Number.NaN
    await worked()
    const folded = seconds()
    const inSeconds = { bench, unit: 's', better: 'less' as const }
    return [
      {
        ...{ ...inSeconds, what: `${rows} rooms with people: upload to visible`, value: visible, most: 10 },
        beside: `${ready.toFixed(1)} s until it can be confirmed, ${Math.round(bytes.length / 1024)} KB`,
      },
      { ...inSeconds, what: `${rows} rooms with people: upload to tidied up`, value: folded, most: null },
      {
        ...{ bench, what: 'most memory of the function, of what it is given', value: files.megabytes, unit: 'MB' },
        ...{ most: functions.files.memory, beside: 'VmHWM of its process' },
      },
    ]
  } finally {
    await files.kill()
  }
}

const inDemo = (work: (cloud: LocalCloud) => Promise<Figure[]>) =>
  withCloud(() => startDemoCloud({ dataFile: ':memory:' }), work)

export const directoryImport: Bench = {
  name: bench,
  needs: ['cloud'],
  async run({ log }) {
    const whole = await inDemo(timed)
    for (const { what, value, unit } of whole) log(`${what}: ${value.toFixed(1)} ${unit}`)
    return [...whole, ...(await inDemo((cloud) => killed(cloud, { bench, log })))]
  },
}
