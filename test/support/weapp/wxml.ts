import { builtIns, inner, structural } from './vocabulary'

interface Tag {
  readonly name: string
  /** Where the name begins in the source. */
  readonly at: number
  readonly attributes: readonly string[]
  /** What `import` and `include` name. */
  readonly source: string | undefined
}

const value = `(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'>]+))?`
const attribute = `([^\\s=>"'/]+)${value}`
const tagPattern = new RegExp(`<!--[\\s\\S]*?-->|<(/?)([a-zA-Z][\\w-]*)((?:\\s+${attribute})*)\\s*/?>`, 'g')
const scriptPattern = /(<wxs\b[^>]*[^/]>)([\s\S]*?)(<\/wxs>)/g

/** The tags of a WXML file. Whether it is well-formed is not asked here: the compiler says that. */
function tagsOf(source: string): Tag[] {
  // The same number of blanks for a script keeps every later place where it was.
  const markup = source.replace(scriptPattern, (_, open: string, code: string, close: string) => {
    return open + code.replace(/[^\n]/g, ' ') + close
  })
  return [...markup.matchAll(tagPattern)].flatMap((match) => {
    const [, slash = '', name, inside = ''] = match
    if (name === undefined) return []
    const attributes = [...inside.matchAll(new RegExp(attribute, 'g'))].map(([, each = '']) => each)
    return [{ name, at: match.index + 1 + slash.length, attributes, source: /\ssrc=["']([^"']+)/.exec(inside)?.[1] }]
  })
}

/** Names the built-in tags as the host knows them. */
export function renameBuiltIns(source: string): string {
  let renamed = ''
  let from = 0
  for (const { name, at } of tagsOf(source)) {
    if (!builtIns.has(name)) continue
    renamed += source.slice(from, at) + inner(name)
    from = at + name.length
  }
  return renamed + source.slice(from)
}

const binding = /^(?:capture-bind|capture-catch|mut-bind|bind|catch):?(.+)$/
const free = /^(?:id|class|style|slot|(?:wx|mark|worklet|generic):.+|data-.+)$/

/** What a WXML file draws: faults by what WeChat documents, the tags that are no built-ins, and files that it takes in. */
export interface Survey {
  readonly faults: readonly string[]
  readonly components: ReadonlySet<string>
  readonly imports: readonly string[]
}

/**
 * Holds the tags, properties and events of a WXML file against what WeChat documents. The engine itself speaks only of
 * what is drawn, and takes any name for an event's.
 */
export function survey(source: string): Survey {
  const tags = tagsOf(source)
  const faults = tags.flatMap(({ name, at, attributes }) => {
    const line = source.slice(0, at).split('\n').length
    return attributes.flatMap((each) => {
      const what = undocumented(name, each)
      return what === undefined ? [] : [`${line}: <${name}> has no ${what}`]
    })
  })
  const others = tags.filter(({ name }) => !builtIns.has(name) && !structural.has(name)).map(({ name }) => name)
  const imports = tags.flatMap(({ name, source: from }) => (/^(?:import|include)$/.test(name) && from ? [from] : []))
  return { faults, components: new Set(others), imports }
}

function undocumented(tag: string, attribute: string): string | undefined {
  const builtIn = builtIns.get(tag)
  if (!builtIn || free.test(attribute)) return undefined
  const event = binding.exec(attribute)?.[1]
  if (event !== undefined) return builtIn.events.has(event) ? undefined : `event ${event}`
  // A model's property is a property.
  const property = attribute.replace(/^(?:model|change):/, '')
  return builtIn.properties.has(property) ? undefined : `property ${property}`
}
