import path from 'node:path'
import * as glassEasel from 'glass-easel'
import { Weapp } from './weapp/app'
import { readWeapp, type WeappFiles } from './weapp/files'
import type { Platform, WeappOptions as Options } from './weapp/options'
import { createNodeRealm } from './weapp/realm-node'
import { compileTemplates } from './weapp/templates'
import type { Surface } from './weapp/view'

export { Weapp } from './weapp/app'
export type { ShareCard } from './weapp/sharing'
export { WeappNode } from './weapp/node'
export { WeappPage } from './weapp/page'
export type { WxCall } from './weapp/wx/caller'

/**
 * Runs the untouched `dist/weapp` on WeChat's own component framework (glass-easel), with the part of `wx` that the
 * product uses.
 *
 * A green run proves: the shipped files load in a realm without window, document or process; WeChat's compiler has
 * nothing to say against any template; every tag, property and event in them is documented; what is drawn and what is
 * heard is what the templates bind; setData and events cross as JSON, within WeChat's limits; routes, tabs, packages,
 * share cards, dialogues and refusals are those that WeChat documents; files, uploads (held and released by the test),
 * the number button, subscriptions and marks on tabs do what WeChat documents, against the local cloud where one is given.
 *
 * It does not prove: the look (the pictures of test/weapp/pictures.test.ts do, as far as Chromium draws like WeChat);
 * what style sheets hide or cover; the exact order of lifecycles between two pages; keyboards, pickers and other parts
 * that the phone draws itself; permissions as the phone's system gives them; speed on a phone; the review by WeChat.
 */
export function startWeapp(options: WeappOptions = {}): Weapp {
  const { folder = builtWeapp, files = readWeapp(folder), ...more } = options
  const { program, builtIns } = compileTemplates(files)
  return new Weapp({ ...node, files, groups: evaluate(program), builtInGroups: evaluate(builtIns) }, more)
}

export interface WeappOptions extends Options {
  readonly folder?: string
  /** Instead of a folder: a few files of a test, or the bundle's with something broken. */
  readonly files?: WeappFiles
}

export const builtWeapp = path.resolve(__dirname, '../../dist/weapp')

type Groups = glassEasel.template.ProcGenGroupList

const evaluated = new Map<string, Groups>()

/** The compiler's output is an expression; templates hold no state, so one evaluation serves every app. */
function evaluate(source: string): Groups {
  let groups = evaluated.get(source)
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  if (!groups) evaluated.set(source, (groups = new Function(`return ${source}`)() as Groups))
  return groups
}

/** Draws nothing: what is shown is read from the engine's own tree. */
class NoBackend extends glassEasel.EmptyBackendContext {
  override render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null), 0)
  }
}

const silentSurface = (): Surface => {
  const context = new NoBackend()
  const root = context.getRootNode()
  return {
    context,
    mount: () => ({
      parent: root,
      placeholder: context.createFragment(),
      show: () => undefined,
      remove: () => undefined,
    }),
  }
}

const node: Pick<Platform, 'surface' | 'createRealm' | 'afterTask'> = {
  get surface() {
    return silentSurface()
  },
  createRealm: createNodeRealm,
  afterTask: (work) => void setTimeout(work, 0),
}
