import type { Database } from '../database/database'
import { toText } from '../database/ejson'
import { CloudError } from '../errors'
import { parseFilter } from './filter'
import { Unusable } from './parts'
import type { CollectionView, DocumentsView } from './views'

/** Documents on one page. */
export const pageSize = 20

export function viewCollections(database: Database): CollectionView[] {
  return database.collections().map((name) => ({
    name,
    count: database.count(name),
    indexes: database.indexes(name).map(({ name, fields, unique = false }) => ({ name, fields, unique })),
  }))
}

/** A page of the documents that match. Unlike a function, the page may read a whole collection. */
export function viewDocuments(database: Database, collection: string, filter: string, skip: number): DocumentsView {
  const query = parseFilter(filter)
  try {
    const documents = database.find(collection, query, { offset: skip, limit: pageSize })
    return {
      total: database.count(collection, query),
      plan: database.explain(collection, query),
      documents: documents.map((document) => ({
        id: typeof document._id === 'string' ? document._id : JSON.stringify(document._id),
        text: JSON.stringify(JSON.parse(toText(document)), null, 2),
      })),
    }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    throw new Unusable(`这个条件用不了：${error.message}`)
  }
}
