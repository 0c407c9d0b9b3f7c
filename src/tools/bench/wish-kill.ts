import { killWhileClaiming, type Killing } from '../support/proof/wish-kills'
import { inFolder } from './cloud'
import type { Bench, Figure } from './figure'

const run: Killing = { wishes: 240, kills: 8, rivals: 6 }

/** The whole cloud is killed again and again while people claim; whoever got no reply looks, and mostly asks once more. */
export const wishKill: Bench = {
  name: 'wish-kill',
  needs: ['cloud'],
  run: ({ log }) =>
    inFolder(async (folder) => {
      const result = await killWhileClaiming(run, folder)
      for (const code of [...new Set(result.refused)]) log(code)
      const figure = (what: string, value: number, most: number | null = 0, unit = 'claims'): Figure => ({
        ...{ bench: 'wish-kill', value, unit, most },
        what: `SIGKILL during ${result.claims} claims of ${run.wishes} wishes: ${what}`,
      })
      return [
        { ...figure('kills', result.kills, run.kills, 'kills'), least: run.kills },
        {
          ...figure('replies lost', result.lostReplies, null),
          ...{ least: 1, beside: `${result.written} of them of claims that were there already` },
        },
        figure('wishes with too many helpers', result.tooMany, 0, 'wishes'),
        figure('wishes that nobody has, and somebody was told otherwise', result.none, 0, 'wishes'),
        figure('told otherwise than it is', result.toldOtherwise),
        figure('seen otherwise in 我的卡 after a lost reply', result.lookedOtherwise),
        figure('refused', result.refused.length),
      ]
    }),
}
