import { Type } from 'typebox'
import { DocumentId } from './documents.ts'
import { named } from './reference.ts'
import { estimate, shareOrNull, similarity } from './scores.ts'

const side = Type.Object(
  { id: Type.Optional(DocumentId), text: Type.Optional(Type.String()) },
  {
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    description: 'A stored document by its `id`, or a `text`'
  }
)

/** What to compare. */
export const CompareRequest = named('CompareRequest', 'Two documents to compare', { left: side, right: side })

/** How two documents compare. */
export const Comparison = named('Comparison', 'How two documents compare', {
  similarity,
  estimate,
  containment: Type.Union(
    [
      Type.Object(
        {
          left: shareOrNull('Share of the shingles of `left` that `right` has too'),
          right: shareOrNull('Share of the shingles of `right` that `left` has too')
        },
        { additionalProperties: false }
      ),
      Type.Null()
    ],
    { description: 'Null when both texts are empty, or a shingle set is not known' }
  ),
  shared: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    minimum: 0,
    description: 'Shingles in both; null when a set is not known'
  }),
  union: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    minimum: 0,
    description: 'Shingles in either; null when a set is not known'
  })
})
