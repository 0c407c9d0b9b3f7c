import type { Element, ShadowedEvent } from 'glass-easel'

/** An event as WeChat sends it from the view to the mini program: plain JSON. */
export interface PlainEvent {
  readonly type: string
  readonly timeStamp: number
  readonly target: PlainTarget
  readonly currentTarget: PlainTarget
  readonly mark: unknown
  readonly detail: unknown
  readonly touches: unknown
  readonly changedTouches: unknown
}

interface PlainTarget {
  readonly id: string
  readonly dataset: Readonly<Record<string, unknown>>
  readonly offsetLeft: number
  readonly offsetTop: number
}

export function plainEvent(event: ShadowedEvent<unknown>): PlainEvent {
  const { touches = [], changedTouches = [] } = event.extraFields ?? {}
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: plainTarget(event.target),
    currentTarget: plainTarget(event.currentTarget),
    mark: event.mark ?? {},
    detail: event.detail,
    touches,
    changedTouches,
  }
}

/** The engine hands out a component's method caller, or the element itself. */
export function plainTarget(target: Element | { readonly _$: Element }): PlainTarget {
  const element = '_$' in target ? target._$ : target
  return { id: element.id, dataset: { ...element.dataset }, offsetLeft: 0, offsetTop: 0 }
}
