import { type Static, type TObject, type TProperties, type TUnsafe, Type } from 'typebox'
import { collectionNamePattern } from './collections.ts'

/** The parameters of a query: some always have a value, because they have a default, and others may be absent. */
export type Query<Defaulted extends TProperties, Optional extends TProperties> = Static<TObject<Defaulted>> &
  Partial<Static<TObject<Optional>>>

/**
 * The parameters that a route takes in its query; all others are refused.
 *
 * @param defaulted parameters with a `default`, which the validation fills in
 * @param optional parameters that may be absent
 */
export function queryParameters<Defaulted extends TProperties, Optional extends TProperties>(
  defaulted: Defaulted,
  optional: Optional
): TUnsafe<Query<Defaulted, Optional>> {
  return Type.Unsafe<Query<Defaulted, Optional>>({
    type: 'object',
    properties: { ...defaulted, ...optional },
    additionalProperties: false
  })
}

/** {@link queryParameters} of a route to a document whose id is in the query. */
export function documentQuery<Defaulted extends TProperties, Optional extends TProperties>(
  defaulted: Defaulted,
  optional: Optional
): TUnsafe<Query<Defaulted, Optional> & { id: string }> {
  return Type.Unsafe({ ...queryParameters({ id: documentId, ...defaulted }, optional), required: ['id'] })
}

/** The id of a document as a parameter of a query. */
export const documentId = Type.String({
  minLength: 1,
  maxLength: 512,
  description: 'Id of the document; for ids that a proxy changes in a path, such as addresses'
})

/** For routes that take no parameters in the query. */
export const noQuery = queryParameters({}, {})

/** Most items on a page or in a list. */
export const limit = (defaultLimit: number, most: number) =>
  Type.Integer({ minimum: 1, maximum: most, default: defaultLimit, description: 'Most items to answer' })

/** Where a page starts. */
export const cursor = Type.String({
  minLength: 1,
  maxLength: 4096,
  description: '`nextCursor` of the page before; absent for the first'
})

/** Most matches in an answer. */
export const matchLimit = Type.Integer({
  minimum: 0,
  maximum: 100,
  default: 10,
  description: 'Most matches to answer'
})

/** Whether a check answers the text. */
export const showsText = Type.Boolean({
  default: false,
  description: 'Whether the answer has the text that was compared: of a page, what was taken from it'
})

/** A threshold above the collection's. */
export const threshold = Type.Number({
  minimum: 0,
  maximum: 1,
  description: 'Least similarity of a match: from the collection’s threshold, the default, to 1'
})

const collection = Type.String({
  pattern: collectionNamePattern,
  description: 'Name of the collection; `default` always exists'
})

/** The parameters in the path of a collection. */
export const CollectionPath = Type.Object({ collection })

/** The parameters in the path of a document. */
export const DocumentPath = Type.Object({
  collection,
  id: Type.String({
    minLength: 1,
    maxLength: 512,
    description: 'Id of the document, percent-encoded'
  })
})

/** The parameters in the path of a cluster. */
export const ClusterPath = Type.Object({
  collection,
  id: Type.String({
    minLength: 1,
    maxLength: 64,
    description: 'Id of the cluster, percent-encoded, as a list or an ingest answered it'
  })
})

/** Whether an unchanged document is kept for longer. */
export const renew = Type.Boolean({
  default: false,
  description: 'Whether the retention of an unchanged document starts anew'
})
