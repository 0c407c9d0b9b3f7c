import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { learnModel } from './search-train/learn-model'
import { crossValidateKinds } from './service-train/cross-validate'
import { aim, language, sayings } from './service-train/kinds'
import { isEntry, runTool, Sentence } from './support/entry'

const modelFile = join(__dirname, '../knowledge/data/service-model.json')
const usage = 'npm run service:train [-- --cv [FOLDS]]'

async function main(args: readonly string[]): Promise<void> {
  const [how, folds = '5'] = args
  if (how === '--cv') {
    const shares = crossValidateKinds(sayings, aim, language, Number(folds))
    for (const [of, share] of Object.entries(shares)) console.log(of.padEnd(18), JSON.stringify(share))
    return
  }
  if (how !== undefined) throw new Sentence(`${how}?\n${usage}`)
  const model = learnModel(sayings, aim, language)
  const text = await format(JSON.stringify(model), { parser: 'json', printWidth: 120 })
  writeFileSync(modelFile, text)
  console.log(
    `${sayings.length} sayings, ${model.features} features, ${(Buffer.byteLength(text) / 1024).toFixed(1)} KB`,
  )
}

if (isEntry(__filename)) runTool(main)
