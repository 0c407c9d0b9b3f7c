import type { IndexSpec } from '../../src/cloud/store/spec'
import type { Environment, Operation } from '../../src/tools/deploy/operations'
import { digestOf, type FunctionState, type State } from '../../src/tools/deploy/state'
import type { Wanted } from '../../src/tools/deploy/wanted'

/** An environment in memory that does what it is told, and refuses what the real one would refuse. */
export class MemoryEnvironment implements Environment {
  readonly performed: Operation[] = []

  constructor(
    private readonly wanted: Wanted,
    public state: State,
    /** After so many operations nothing works any more. */
    private readonly lives = Number.POSITIVE_INFINITY,
  ) {}

  read() {
    return Promise.resolve(this.state)
  }

  async perform(operation: Operation) {
    if (this.performed.length >= this.lives) throw new Error('the network is gone')
    this.performed.push(operation)
    this.state = after(this.wanted, this.state, operation)
  }
}

function after(wanted: Wanted, state: State, operation: Operation): State {
  switch (operation.does) {
    case 'create-collection':
      if (operation.collection in state.collections) throw new Error('the collection exists')
      return withCollection(state, operation.collection, [], '')
    case 'set-collection-rule':
      return withCollection(state, operation.collection, indexesOf(state, operation.collection), wanted.collectionRule)
    case 'create-index': {
      const kept = indexesOf(state, operation.collection).filter(({ name }) => name !== operation.index.name)
      return withIndexes(state, operation.collection, [...kept, operation.index])
    }
    case 'remove-index': {
      const kept = indexesOf(state, operation.collection).filter(({ name }) => name !== operation.index)
      return withIndexes(state, operation.collection, kept)
    }
    case 'create-function': {
      if (operation.function in state.functions) throw new Error('the function exists')
      const { runtime, memory, timeout, variables, code } = spec(wanted, operation.function)
      return withFunction(state, operation.function, {
        runtime,
        memory,
        timeout,
        variables: digests(variables),
        code,
        timers: [],
      })
    }
    case 'update-code':
      return withFunction(state, operation.function, {
        ...now(state, operation.function),
        code: spec(wanted, operation.function).code,
      })
    case 'configure': {
      const { memory, timeout, variables } = spec(wanted, operation.function)
      const present = now(state, operation.function)
      const kept = Object.fromEntries(
        Object.entries(present.variables).filter(([key]) => !operation.drop.includes(key)),
      )
      return withFunction(state, operation.function, {
        ...present,
        memory,
        timeout,
        variables: { ...kept, ...digests(variables) },
      })
    }
    case 'remove-function': {
      const { [operation.function]: _removed, ...functions } = state.functions
      return { ...state, functions }
    }
    case 'create-timer': {
      const present = now(state, operation.function)
      const { timer } = spec(wanted, operation.function)
      if (!timer || present.timers.some(({ name }) => name === timer.name)) throw new Error('the timer exists')
      return withFunction(state, operation.function, { ...present, timers: [...present.timers, timer] })
    }
    case 'remove-timer': {
      const present = now(state, operation.function)
      const timers = present.timers.filter(({ name }) => name !== operation.timer)
      return withFunction(state, operation.function, { ...present, timers })
    }
    case 'set-call-rules':
      return { ...state, callRules: { '*': 'auth != null', ...state.callRules, ...wanted.callRules } }
    case 'set-storage-rule':
      return { ...state, storageRule: wanted.storageRule }
  }
}

const digests = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, digestOf(value)]))

function indexesOf(state: State, name: string): readonly IndexSpec[] {
  const found = state.collections[name]
  if (!found) throw new Error(`no collection ${name}`)
  return found.indexes
}

function now(state: State, name: string): FunctionState {
  const found = state.functions[name]
  if (!found) throw new Error(`no function ${name}`)
  return found
}

function spec(wanted: Wanted, name: string) {
  const found = wanted.functions[name]
  if (!found) throw new Error(`${name} is not wanted`)
  return found
}

const withCollection = (state: State, name: string, indexes: readonly IndexSpec[], rule: string): State => ({
  ...state,
  collections: { ...state.collections, [name]: { indexes, rule } },
})

const withIndexes = (state: State, name: string, indexes: readonly IndexSpec[]): State =>
  withCollection(state, name, indexes, state.collections[name]?.rule ?? '')

const withFunction = (state: State, name: string, value: FunctionState): State => ({
  ...state,
  functions: { ...state.functions, [name]: value },
})
