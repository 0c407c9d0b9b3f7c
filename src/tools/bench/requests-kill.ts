import { killWhileFiling, type Killing } from '../support/proof/request-kills'
import { inFolder } from './cloud'
import type { Bench, Figure } from './figure'

const run: Killing = { submissions: 2000, kills: 8, clients: 120 }

/** The whole cloud is killed again and again while people file; whoever got no reply asks once more. */
export const requestKill: Bench = {
  name: 'request-kill',
  needs: ['cloud'],
  run: () =>
    inFolder(async (folder) => {
      const { kills, resent, lost, twice, unasked, sameNumber, refused } = await killWhileFiling(run, folder)
      const figure = (what: string, value: number, most: number | null = 0): Figure => ({
        ...{ bench: 'request-kill', value, unit: 'requests', most },
        what: `SIGKILL during ${run.submissions} submissions: ${what}`,
      })
      return [
        { ...figure('kills', kills, run.kills), unit: 'kills', least: run.kills },
        figure('replies lost, and asked for once more', resent, null),
        figure('acknowledged, and not there', lost),
        figure('there twice', twice),
        figure('there, and not acknowledged', unasked),
        figure('with a number of another one', sameNumber),
        figure('refused', refused.length),
      ]
    }),
}
