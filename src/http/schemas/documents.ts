import { type Static, Type } from 'typebox'
import { named, reference } from './reference.ts'
import { ClusterReference, estimate, Match, nextCursor, similarity, time, truncation } from './scores.ts'

/** Longest retention, in seconds: a hundred years. */
export const maxRetentionSeconds = 3_155_760_000

/** A document id as a client may choose it. */
export const DocumentId = Type.String({
  minLength: 1,
  maxLength: 512,
  description: '1 to 512 bytes of UTF-8 without control characters; neither `.` nor `..`'
})

const url = Type.String({ maxLength: 2048, description: 'Where the document is from; at most 2,048 characters' })
const title = Type.String({ maxLength: 1024, description: 'At most 1,024 characters' })
const metadata = Type.Unsafe<Record<string, unknown>>({
  type: 'object',
  additionalProperties: true,
  description: 'Anything of the client’s; at most 16,000 bytes of JSON and 32 levels'
})
const publishedAt = Type.String({
  format: 'date-time',
  maxLength: 64,
  description: 'RFC 3339; returned as it was sent; at most 64 characters'
})

/** A document as clients send it. Exactly one of text, html and signature is needed, which the service checks. */
export const Document = named('Document', 'A document with exactly one of `text`, `html` and `signature`', {
  id: Type.Optional(DocumentId),
  text: Type.Optional(
    Type.String({ description: 'The text; lone surrogates and NUL are returned as U+FFFD. It may be empty' })
  ),
  html: Type.Optional(
    Type.String({
      description:
        'A web page instead of a text, decoded from its encoding. Its main text is stored as `text`, and the page is not kept; `title`, `url` (the canonical one) and `publishedAt` are taken from it where they are not sent. Most bytes: `DOPPEL_HTML_LIMIT_BYTES`'
    })
  ),
  signature: Type.Optional(
    Type.Object(
      {
        scheme: Type.String({
          minLength: 1,
          maxLength: 256,
          description:
            'The scheme of the collection, in full as `scheme` of the collection says it, or `doppel` or `minhash`'
        }),
        slots: Type.Array(Type.Integer({ minimum: 0, maximum: 0xffffffff }), {
          minItems: 1,
          maxItems: 256,
          description: 'As many as the collection’s `signature.slots`'
        })
      },
      {
        title: 'ClientSignature',
        additionalProperties: false,
        description: 'A signature made by the client instead of a text; similarity is then only estimated'
      }
    )
  ),
  url: Type.Optional(url),
  title: Type.Optional(title),
  metadata: Type.Optional(metadata),
  publishedAt: Type.Optional(publishedAt),
  retentionSeconds: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: maxRetentionSeconds,
      description: 'How long this version is kept; the collection’s retention when absent'
    })
  )
})

const empty = Type.Optional(
  Type.Literal(true, {
    description: 'Present when the document is blank: nothing but white space. It is `unique`, and alone in its cluster'
  })
)

const extraction = Type.Optional(
  Type.Object(
    {
      kind: Type.Enum(['article', 'page'], {
        title: 'ExtractionKind',
        type: 'string',
        description:
          '`article`: the text is that of the article; `page`: no article was surely found, and the text is what the page shows but for navigation, footers and the like'
      })
    },
    {
      title: 'Extraction',
      additionalProperties: false,
      description: 'How the text of a web page was found; absent where a text was sent'
    }
  )
)

const storedProperties = {
  id: Type.String(),
  text: Type.Optional(
    Type.String({ description: 'Absent in lists, where texts are not kept, and where only a signature was sent' })
  ),
  url: Type.Optional(url),
  title: Type.Optional(title),
  metadata: Type.Optional(metadata),
  publishedAt: Type.Optional(publishedAt),
  ingestedAt: time('When the id was first ingested'),
  updatedAt: time('When the current version was ingested'),
  expiresAt: Type.Optional(time('When the document will be as good as deleted; absent when never')),
  empty,
  cluster: reference(ClusterReference)
}

/** A stored document. */
export const StoredDocument = named('StoredDocument', 'A stored document', { ...storedProperties, extraction })

/** A line of an export. */
export const ExportedDocument = named(
  'ExportedDocument',
  'A line of an export: a stored document and how near it is to the representative of its cluster',
  { ...storedProperties, similarity, estimate }
)

/** One page of documents. */
export const DocumentList = named('DocumentList', 'Documents in order of first ingest, without texts', {
  documents: Type.Array(reference(StoredDocument)),
  nextCursor
})

const verdict = Type.Enum(['unique', 'near-duplicate', 'exact-duplicate'], {
  title: 'Verdict',
  type: 'string',
  description:
    'What the documents stored before say: `exact-duplicate` when one has the same words in the same order (of a text without words: the same signs), `near-duplicate` when one matches, else `unique`'
})

/** The answer to an ingest. */
export const Ingested = named('Ingested', 'What became of a document; it is durable', {
  id: Type.String({ description: 'The id of the document; assigned when none was sent' }),
  status: Type.Enum(['created', 'updated', 'unchanged'], { title: 'IngestStatus', type: 'string' }),
  verdict,
  empty,
  cluster: reference(ClusterReference),
  matches: Type.Array(reference(Match), { maxItems: 100, description: 'Earlier documents, best first' }),
  ...truncation,
  extraction
})

/** The answer to a check. */
export const Checked = named('Checked', 'What an ingest would find; nothing was stored', {
  verdict,
  empty,
  cluster: Type.Union([reference(ClusterReference), Type.Null()], {
    description: 'The cluster of the best match; null without a match'
  }),
  matches: Type.Array(reference(Match), { maxItems: 100, description: 'Stored documents, best first' }),
  ...truncation,
  extraction,
  text: Type.Optional(
    Type.String({ description: 'The text that was compared, that of a page included; only with `text=true`' })
  )
})

/** The matches of a stored document. */
export const MatchList = named('MatchList', 'Earlier and later documents that match', {
  matches: Type.Array(reference(Match), { maxItems: 1000, description: 'Best first' }),
  ...truncation
})

/** What the routes answer. */
export type StoredDocumentAnswer = Static<typeof StoredDocument>
export type ExportedDocumentAnswer = Static<typeof ExportedDocument>
export type IngestedAnswer = Static<typeof Ingested>
export type CheckedAnswer = Static<typeof Checked>
export type MatchListAnswer = Static<typeof MatchList>
