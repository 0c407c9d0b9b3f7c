/** A node as Taro hands it to setData; names are its own shorthand (`nn` type, `cl` class, `st` style, `cn` children). */
export interface RawNode {
  readonly nn: string
  readonly sid?: string
  readonly uid?: string
  readonly cl?: string
  readonly st?: string
  readonly v?: string
  readonly cn?: readonly RawNode[]
  readonly [property: string]: unknown
}

/** What one template of the compiled WXML shows: the tag, which data its attributes take, and which events reach us. */
interface Template {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly binds: ReadonlySet<string>
  readonly catches: ReadonlySet<string>
}

export type Vocabulary = ReadonlyMap<string, Template>

/** What stands around everything that a page shows. */
const pageType = 'page'
export const pageNode = (children: readonly RawNode[]): RawNode => ({ nn: pageType, cn: children })
const pageTemplate: Template = { tag: 'page', attributes: {}, binds: new Set(), catches: new Set() }

/** Reads Taro's numbered templates, so that a test sees the tags, attributes and bound events that WeChat would see. */
export function readVocabulary(baseWxml: string): Vocabulary {
  const found = new Map<string, Template>()
  for (const [, type, body] of baseWxml.matchAll(/<template name="tmpl_0_(\w+)">([\s\S]*?)<\/template>/g)) {
    // An input has two bodies, chosen by a further template: focused and not.
    const focus = new RegExp(`<template name="tmpl_0_${type}_blur">([\\s\\S]*?)</template>`).exec(baseWxml)
    const text = focus?.[1] ?? body ?? ''
    const opening = /<([\w-]+)([^>]*)>/.exec(text)
    if (!type || !opening) continue
    const [, tag = '', inside = ''] = opening
    const attributes: Record<string, string> = {}
    for (const [, name, key] of inside.matchAll(/([\w-]+)="\{\{(?:xs\.b\()?i\.(\w+)/g)) {
      if (name && key && !['id', 'data-sid'].includes(name)) attributes[name] = key
    }
    const events = (kind: string) =>
      new Set([...inside.matchAll(new RegExp(`(?:^|\\s)${kind}:?(\\w+)="eh"`, 'g'))].map(([, event]) => event ?? ''))
    found.set(type, { tag, attributes, binds: events('bind'), catches: events('catch') })
  }
  return found
}

/** One node of the page as WeChat would draw it. */
export class WeappNode {
  constructor(
    private readonly raw: RawNode,
    private readonly vocabulary: Vocabulary,
    readonly parent: WeappNode | undefined,
  ) {}

  private get template(): Template {
    const template = this.raw.nn === pageType ? pageTemplate : this.vocabulary.get(this.raw.nn)
    if (!template) throw new Error(`base.wxml has no template for node type ${this.raw.nn}`)
    return template
  }

  get tag(): string {
    // Taro writes text as a block around its value.
    return this.template.tag === 'block' ? '#text' : this.template.tag
  }

  /** Taro's key of this node, which an event must carry. */
  get sid(): string {
    return this.raw.sid ?? ''
  }

  get id(): string {
    return this.raw.uid ?? ''
  }

  get classes(): readonly string[] {
    return (this.raw.cl ?? '').split(/\s+/).filter(Boolean)
  }

  get style(): string {
    return this.raw.st ?? ''
  }

  get children(): readonly WeappNode[] {
    return (this.raw.cn ?? []).map((child) => new WeappNode(child, this.vocabulary, this))
  }

  /** An attribute by its WXML name, such as `open-type`. */
  attribute(name: string): unknown {
    const key = this.template.attributes[name]
    return key === undefined ? undefined : this.raw[key]
  }

  hears(event: string): boolean {
    return this.template.binds.has(event) || this.template.catches.has(event)
  }

  catches(event: string): boolean {
    return this.template.catches.has(event)
  }

  get text(): string {
    return this.tag === '#text' ? (this.raw.v ?? '') : this.children.map((child) => child.text).join('')
  }

  /** This node and everything in it, in reading order. */
  *all(): Generator<WeappNode> {
    yield this
    for (const child of this.children) yield* child.all()
  }

  *ancestors(): Generator<WeappNode> {
    for (let node = this.parent; node; node = node.parent) yield node
  }

  /** `#id`, `.class` or a tag's name. */
  matches(selector: string): boolean {
    if (selector.startsWith('#')) return this.id === selector.slice(1)
    if (selector.startsWith('.')) return this.classes.includes(selector.slice(1))
    return this.tag === selector
  }
}
