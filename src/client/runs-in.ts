/**
 * The actions that run in the function `files`, as the contract declares them: said again here, since the contract itself
 * stays with the server. A test holds the two together.
 */
const inFiles: readonly string[] = [
  'import.template',
  'import.start',
  'import.plan',
  'import.step',
  'import.show',
  'import.confirm',
  'import.cancel',
  'revision.list',
  'revision.restore',
  'export.directory',
  'poster.make',
  'doorcode.fill',
  'household.list',
  'noticefile.begin',
  'noticefile.add',
  'notice.poster',
]

/** The cloud function in which an action runs. */
export const functionOf = (action: string): 'api' | 'files' => (inFiles.includes(action) ? 'files' : 'api')
