import type { ActionName, AnyAction, InputOf, OutputOf, RefusalOf, WriteName } from '../contract'

// The contract, as types by an action's name. Pages and the client import types of it and nothing that runs: what
// `src/contract` declares are schemas, and those are for the server.

/** `WriteName`: of the actions that change something; they go through `submit`. */
export type { ActionName, WriteName }

type Named<Name extends ActionName> = Extract<AnyAction, { readonly name: Name }>

/** The names of the actions that only read. */
export type ReadName = Exclude<ActionName, WriteName>

/** What the action `Name` takes. */
export type Input<Name extends ActionName> = InputOf<Named<Name>>
/** What it gives. */
export type Output<Name extends ActionName> = OutputOf<Named<Name>>

/** What can stand between the phone and the server. */
export type NetworkRefusal = 'network.offline' | 'network.failed'
/** Every reason for which a call of it brings nothing. */
export type Refusal<Name extends ActionName> = RefusalOf<Named<Name>> | NetworkRefusal
