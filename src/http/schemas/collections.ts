import { type Static, Type } from 'typebox'
import { maxRetentionSeconds } from './documents.ts'
import { named, reference } from './reference.ts'
import { nextCursor, time } from './scores.ts'

/** What a collection may be called. */
export const collectionNamePattern = '^[a-z0-9][a-z0-9_-]{0,63}$'

/** The options of a schema: those that it always has, and its default where it has one. */
interface Default {
  readonly default?: string | number | boolean
}

const unit = (options: Default = {}) =>
  Type.Enum(['word', 'character'], { title: 'ShingleUnit', type: 'string', ...options })
const size = (options: Default = {}) =>
  Type.Integer({
    minimum: 1,
    maximum: 64,
    description: 'Consecutive words or characters of a shingle: 1 to 16 words, or 1 to 64 characters',
    ...options
  })
const scheme = (options: Default = {}) =>
  Type.Enum(['doppel', 'minhash'], {
    title: 'SignatureFamily',
    type: 'string',
    description: '`minhash`: signatures as the npm package `minhash` makes them',
    ...options
  })
const slots = (options: Default = {}) =>
  Type.Enum([64, 128, 256], { title: 'SlotCount', type: 'integer', description: 'Values of a signature', ...options })
const seed = (options: Default = {}) => Type.Integer({ minimum: 0, maximum: 0xffffffff, ...options })
const threshold = (options: Default = {}) =>
  Type.Number({ minimum: 0.3, maximum: 1, description: 'Least similarity of a match', ...options })
const representative = (options: Default = {}) =>
  Type.Enum(['earliest', 'longest', 'central'], {
    title: 'RepresentativePolicy',
    type: 'string',
    description:
      'Which member speaks for a cluster: the earliest; the one with the longest text; or the one with the highest sum of similarities to its matches, in clusters of up to 1,000 members, else the earliest. Among equals the earliest',
    ...options
  })
const storeText = (options: Default = {}) =>
  Type.Boolean({ description: 'Whether texts are kept; otherwise only their shingle sets are', ...options })
const retentionSeconds = Type.Integer({
  minimum: 1,
  maximum: maxRetentionSeconds,
  description: 'How long a version of a document is kept; for ever when absent'
})

/** The settings of a collection as clients send them; what is missing has its default. */
export const CollectionSettings = named('CollectionSettings', 'The settings of a collection, all optional', {
  shingle: Type.Optional(
    Type.Object(
      {
        unit: Type.Optional(unit({ default: 'word' })),
        size: Type.Optional(size({ default: 3 }))
      },
      { title: 'ShingleSettings', additionalProperties: false }
    )
  ),
  signature: Type.Optional(
    Type.Object(
      {
        scheme: Type.Optional(scheme({ default: 'doppel' })),
        slots: Type.Optional(slots({ default: 128 })),
        seed: Type.Optional(seed({ default: 1 }))
      },
      { title: 'SignatureSettings', additionalProperties: false }
    )
  ),
  threshold: Type.Optional(threshold({ default: 0.6 })),
  representative: Type.Optional(representative({ default: 'earliest' })),
  retentionSeconds: Type.Optional(retentionSeconds),
  storeText: Type.Optional(storeText({ default: true }))
})

/** The settings that can change while a collection holds documents. */
export const CollectionPatch = named('CollectionPatch', 'The settings to change; the others stay', {
  representative: Type.Optional(representative()),
  retentionSeconds: Type.Optional(
    Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      minimum: 1,
      maximum: maxRetentionSeconds,
      description: 'How long a version of a document is kept; null: for ever'
    })
  )
})

/** A collection. */
export const Collection = named('Collection', 'Documents under one set of settings', {
  name: Type.String({ pattern: collectionNamePattern }),
  shingle: Type.Object({ unit: unit(), size: size() }, { title: 'Shingle', additionalProperties: false }),
  signature: Type.Object(
    { scheme: scheme(), slots: slots(), seed: seed() },
    { title: 'SignatureScheme', additionalProperties: false }
  ),
  scheme: Type.String({
    description: 'The signature scheme in full: everything that decides a signature, with versions'
  }),
  threshold: threshold(),
  bands: Type.Object(
    { count: Type.Integer({ minimum: 1 }), rows: Type.Integer({ minimum: 1, description: 'Slots of a band' }) },
    { title: 'Bands', additionalProperties: false, description: 'How signatures are cut to find candidates' }
  ),
  representative: representative(),
  retentionSeconds: Type.Optional(retentionSeconds),
  storeText: storeText(),
  createdAt: time('When the collection was created'),
  counts: Type.Object(
    {
      documents: Type.Integer({ minimum: 0 }),
      clusters: Type.Integer({ minimum: 0, description: 'Clusters of two or more' }),
      duplicates: Type.Integer({ minimum: 0, description: 'Documents less all clusters, singletons included' })
    },
    { title: 'CollectionCounts', additionalProperties: false }
  )
})

/** One page of collections. */
export const CollectionList = named('CollectionList', 'Collections in order of name', {
  collections: Type.Array(reference(Collection)),
  nextCursor
})

/** A collection, as answered. */
export type CollectionAnswer = Static<typeof Collection>
