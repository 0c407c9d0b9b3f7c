import type { RunningCall } from '../calls'
import { newId, type Database } from '../database/database'
import { parseWireFields, toText } from '../database/ejson'
import { compileProjection } from '../database/projection'
import type { DocumentId } from '../database/values'
import { newMeter, type Meter } from '../meter'
import type { Functions } from '../pool/functions'
import { storageActions } from '../storage/actions'
import type { Storage } from '../storage/storage'
import { refuseLooseWrite } from './loose-writes'
import {
  collectionOf,
  countOf,
  documentIdOf,
  documentsOf,
  stagesOf,
  transactionOf,
  updateOf,
  type Params,
} from './params'

/** What an action works with. */
export interface Surroundings {
  readonly database: Database
  readonly functions: Functions
  readonly storage: Storage
  /** The call the request belongs to; absent for an SDK outside of the functions. */
  readonly call: RunningCall | undefined
}

type Reply = Readonly<Record<string, unknown>>
type Action = (params: Params, surroundings: Surroundings) => Reply | Promise<Reply>

/** MongoDB's numbers: what a query gives by default and at most. */
const defaultLimit = 100
const maxLimit = 1000

/** The gateway protocol, by the SDK's action names. What is missing is answered as missing, never guessed. */
export const actions: Readonly<Record<string, Action | undefined>> = {
  'database.addCollection': (params, { database }) => {
    database.createCollection(collectionOf(params))
    return {}
  },

  'database.insertDocument': (params, surroundings) => {
    const { database } = surroundings
    const documents = documentsOf(params, database.now)
    const transaction = transactionOf(params)
    if (transaction === undefined) {
      return { data: { insertedIds: database.insert(collectionOf(params), documents, access(surroundings)) } }
    }
    const made = documents.map((fields) => ({ ...fields, _id: (fields._id ?? newId()) as DocumentId }))
    for (const document of made) database.transactions.insert(transaction, collectionOf(params), document)
    return { data: { insertedIds: made.map(({ _id }) => _id) } }
  },

  'database.getDocument': (params, surroundings) => {
    const { database } = surroundings
    const projection = parseWireFields(params.projection)
    const transaction = transactionOf(params)
    if (transaction !== undefined) {
      const id = documentIdOf(params)
      const document = database.transactions.get(transaction, collectionOf(params), id, meterOf(surroundings))
      return { data: { list: document ? [toText(compileProjection(projection)(document))] : [] } }
    }
    const list = database.find(collectionOf(params), parseWireFields(params.query, database.now), {
      ...access(surroundings),
      order: parseWireFields(params.order),
      projection,
      offset: countOf(params.offset, 0),
      limit: params.queryType === 'DOC' ? 1 : Math.min(countOf(params.limit, defaultLimit), maxLimit),
    })
    return { data: { list: list.map(toText) } }
  },

  'database.calculateDocument': (params, surroundings) => {
    const query = parseWireFields(params.query, surroundings.database.now)
    return { data: { total: surroundings.database.count(collectionOf(params), query, access(surroundings)) } }
  },

  'database.aggregateDocuments': (params, surroundings) => {
    const { database } = surroundings
    const list = database.aggregate(collectionOf(params), stagesOf(params, database.now), access(surroundings))
    return { data: { list: list.map(toText) } }
  },

  'database.modifyDocument': (params, surroundings) => {
    const { database } = surroundings
    const update = updateOf(params, database.now)
    const upsert = params.upsert === true
    const transaction = transactionOf(params)
    if (transaction !== undefined) {
      const id = documentIdOf(params)
      const { updated, upserted } = database.transactions.modify(transaction, collectionOf(params), id, update, {
        upsert,
      })
      return { data: { updated, upsert_id: upserted ? id : null } }
    }
    refuseLooseWrite(params, surroundings)
    const options = { ...access(surroundings), multi: params.multi === true, upsert }
    const { updated, upsertedId } = database.modify(
      collectionOf(params),
      parseWireFields(params.query, database.now),
      update,
      options,
    )
    return { data: { updated, upsert_id: upsertedId ?? null } }
  },

  'database.modifyAndReturnDoc': (params, surroundings) => {
    const { database } = surroundings
    const update = updateOf(params, database.now)
    const transaction = transactionOf(params)
    if (transaction === undefined) refuseLooseWrite(params, surroundings)
    const { updated, document } =
      transaction === undefined
        ? database.modify(
            collectionOf(params),
            parseWireFields(params.query, database.now),
            update,
            access(surroundings),
          )
        : database.transactions.modify(transaction, collectionOf(params), documentIdOf(params), update)
    return { data: { updated, doc: document ? toText(document) : null } }
  },

  'database.removeDocument': (params, surroundings) => {
    const { database } = surroundings
    const transaction = transactionOf(params)
    if (transaction !== undefined) {
      return {
        data: { deleted: database.transactions.remove(transaction, collectionOf(params), documentIdOf(params)) },
      }
    }
    refuseLooseWrite(params, surroundings)
    const options = { ...access(surroundings), multi: params.multi === true }
    return {
      data: { deleted: database.remove(collectionOf(params), parseWireFields(params.query, database.now), options) },
    }
  },

  'database.startTransaction': (_, { database, call }) => ({ transactionId: database.transactions.begin(call?.token) }),

  'database.commitTransaction': (params, surroundings) => {
    surroundings.database.transactions.commit(transactionOf(params) ?? '', meterOf(surroundings))
    return {}
  },

  'database.abortTransaction': (params, { database }) => {
    database.transactions.abort(transactionOf(params) ?? '')
    return {}
  },

  ...storageActions,

  'functions.invokeFunction': async (params, { functions, call }) => {
    const event: unknown = typeof params.request_data === 'string' ? JSON.parse(params.request_data || '{}') : {}
    // The called function serves the same person, and sees how the call came about.
    const caller = call ? { ...call.caller, source: `${call.caller.source},scf` } : { source: 'scf' }
    return {
      data: { response_data: await functions.call(String(params.function_name), event, caller, undefined, call?.id) },
    }
  },
}

function meterOf({ call }: Surroundings): Meter {
  return call?.meter ?? newMeter()
}

/** Nobody who comes through the gateway may read a whole collection. */
function access(surroundings: Surroundings): { scans: 'refuse'; meter: Meter } {
  return { scans: 'refuse', meter: meterOf(surroundings) }
}
