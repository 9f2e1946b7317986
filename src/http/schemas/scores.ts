import { Type } from 'typebox'
import { named } from './reference.ts'

const share = { minimum: 0, maximum: 1 }

/** A number from 0 to 1, or null where it is not known. */
export const shareOrNull = (description: string) =>
  Type.Unsafe<number | null>({ type: ['number', 'null'], ...share, description })

/** Exact similarity; null for a document sent as a signature. */
export const similarity = shareOrNull(
  'Exact Jaccard similarity of the shingle sets; null when one is not known, because only a signature was sent'
)

/** Estimated similarity. */
export const estimate = Type.Number({
  ...share,
  description: 'Similarity as estimated from the signatures; decides where `similarity` is null'
})

/** Names for generators of Go, where the values of all enumerations share one room and `page` is one of another. */
const truncationNames = { 'x-enum-varnames': ['TRUNCATED_CANDIDATES', 'TRUNCATED_PAGE'] }

/** The marks of an answer that a cap has cut; absent otherwise. */
export const truncation = {
  truncated: Type.Optional(
    Type.Literal(true, { description: 'Present when a documented cap has cut what is shown or searched' })
  ),
  truncatedBy: Type.Optional(
    Type.Array(Type.Enum(['candidates', 'page'], { title: 'Truncation', type: 'string', ...truncationNames }), {
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
      description:
        'Beside `truncated`, what was cut: `candidates`, some similar documents were not looked at, so a match may be ' +
        'missing; `page`, there is more to show than is shown here'
    })
  )
}

/** A time in answers. */
export const time = (description: string) =>
  Type.String({ format: 'date-time', description, examples: ['2026-11-20T08:30:00.000Z'] })

/** Where the next page starts. */
export const nextCursor = Type.Optional(
  Type.String({ description: 'Send it as `cursor` for the next page; absent on the last' })
)

/** The cluster of a document, in brief. */
export const ClusterReference = named('ClusterReference', 'A cluster, in brief', {
  id: Type.String({ description: 'Opaque; stays the same while the cluster grows' }),
  size: Type.Integer({ minimum: 1, description: 'Number of members' }),
  representative: Type.String({ description: 'Id of the document that speaks for the cluster' })
})

/** A document near the one asked about. */
export const Match = named('Match', 'A document that is near the one asked about', {
  id: Type.String({ description: 'Id of the other document' }),
  similarity,
  estimate,
  containment: shareOrNull('Share of the shingles of the document asked about that the other one has too')
})
