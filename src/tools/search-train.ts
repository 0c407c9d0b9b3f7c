import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { crossValidate } from './search-train/cross-validate'
import { learnModel } from './search-train/learn-model'
import { aim, asked, language, sayings } from './search-train/matters'
import { isEntry, runTool, Sentence } from './support/entry'

const modelFile = join(__dirname, '../knowledge/data/search-model.json')
const soundsFile = join(__dirname, '../knowledge/data/search-sounds.json')
const usage = 'npm run search:train [-- --cv [FOLDS] | -- --sounds]'

async function write(file: string, value: unknown): Promise<number> {
  const text = await format(JSON.stringify(value), { parser: 'json', printWidth: 120 })
  writeFileSync(file, text)
  return Buffer.byteLength(text)
}

async function main(args: readonly string[]): Promise<void> {
  const [how, folds = '5'] = args
  if (how === '--cv') {
    crossValidate(sayings, aim, language, Number(folds))
    return
  }
  if (how === '--sounds') {
    // Only this needs the dictionary, and only when the sayings bring characters that nobody has used before.
    const { soundsOf } = await import('./search-train/sounds')
    await write(soundsFile, soundsOf(sayings.map(({ text }) => text)).split(','))
    return
  }
  if (how !== undefined) throw new Sentence(`${how}?\n${usage}`)
  const model = learnModel(sayings, aim, language)
  const bytes = await write(modelFile, { ...model, asked })
  console.log(`${sayings.length} sayings, ${model.features} features, ${(bytes / 1024).toFixed(1)} KB`)
}

if (isEntry(__filename)) runTool(main)
