import { type Static, Type } from 'typebox'
import { DocumentId } from './documents.ts'
import { named, reference } from './reference.ts'
import { estimate, shareOrNull, similarity, truncation } from './scores.ts'

const side = Type.Object(
  { id: Type.Optional(DocumentId), text: Type.Optional(Type.String()) },
  {
    title: 'CompareSide',
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    description: 'A stored document by its `id`, or a `text`'
  }
)

/** What to compare. */
export const CompareRequest = named('CompareRequest', 'Two documents to compare', { left: side, right: side })

const spansOf = (side: string) =>
  Type.Array(
    Type.Object(
      {
        start: Type.Integer({ minimum: 0, description: 'Offset of the first code unit' }),
        end: Type.Integer({ minimum: 1, description: 'Offset behind the last code unit' })
      },
      { title: 'Span', additionalProperties: false }
    ),
    { maxItems: 10_000, description: `Spans of \`${side}\`, ascending; no two touch` }
  )

/** The spans of two texts that both have. */
export const SharedSpans = named(
  'SharedSpans',
  'The parts of each text that lie under shingles of both: runs of shared shingles that overlap or follow each ' +
    'other are one span. Offsets count UTF-16 code units of the text as it was sent, as JavaScript and Java ' +
    'count; outside the first plane (emoji, rare Han) a character has two. Empty exactly when `shared` is 0',
  { left: spansOf('left'), right: spansOf('right'), ...truncation }
)

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
        { title: 'ContainmentBothWays', additionalProperties: false }
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
  }),
  spans: Type.Optional(reference(SharedSpans))
})

/** The type of {@link Comparison}. */
export type ComparisonAnswer = Static<typeof Comparison>
