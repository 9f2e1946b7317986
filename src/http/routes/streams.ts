import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { CheckQuery } from '../../service/dedup-service.ts'
import type { Checked, Ingested } from '../../store/documents.ts'
import { checkedAnswer, ingestedAnswer } from '../answers.ts'
import { bodyProblems } from '../problem-schemas.ts'
import { CollectionPath, matchLimit, queryParameters, renew } from '../schemas/parameters.ts'
import { sendLineStream } from '../streams/line-stream.ts'
import type { RouteOptions } from './route-options.ts'

const importDescription = `One document a line in, one result a line out: in order, while the upload goes on, and each once its document is durable. Lines act as if sent one after another; a bad line fails alone.

- Lines are counted from 1. Blank lines are counted, and have no result.
- A result is an \`Ingested\`, or \`{line, id?, error}\` with a \`Problem\`; the \`id\` where the line had one.
- The last line is \`{"summary": {lines, created, updated, unchanged, failed}}\`; where it is missing, the stream was cut. \`lines\` is the number of lines that have a result: the sum of the others.
- Where the upload breaks off, because the client paused too long or the gzip data are corrupt, an error for the line that was due says so before the summary. A shutdown reads no further; each line that was read has its result or an error.
- Lines of an export can be imported with \`?otherFields=drop\`, but for documents that were sent as a signature.
- A line may be as long as a JSON body, and the upload as long as it likes. The results may be read at any time.`

const results = Type.Enum(['all', 'errors', 'none'], {
  title: 'ImportResults',
  type: 'string',
  default: 'all',
  description: 'Which result lines are sent: all, those of failed lines, or none; the summary always is'
})

const otherFields = Type.Enum(['refuse', 'drop', 'metadata'], {
  title: 'OtherFields',
  type: 'string',
  default: 'refuse',
  description:
    'What becomes of fields that a `Document` does not have: their line is refused, or they are dropped, or put into its metadata, where fields of that name stay as they are'
})

/** Documents by the million. */
const streamRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, options) => {
  const { service } = options
  app.post(
    '/v1/collections/:collection/import',
    {
      schema: {
        operationId: 'importDocuments',
        summary: 'Ingest a stream of documents',
        description: importDescription,
        tags: ['documents'],
        params: CollectionPath,
        querystring: queryParameters({ results, matches: matchLimit, renew, otherFields }, {}),
        body: {
          content: {
            'application/x-ndjson': { schema: Type.Unsafe<unknown>({ description: 'One document a line' }) }
          }
        },
        response: {
          200: {
            description: 'Results while the upload goes on; the summary is the last line',
            content: {
              'application/x-ndjson': {
                schema: Type.String({ description: 'A result or an error a line, then the summary' })
              }
            }
          },
          ...bodyProblems('COLLECTION_NOT_FOUND')
        }
      }
    },
    async (request, reply) => {
      const { collection } = request.params
      const { results, matches: matchLimit, renew, otherFields } = request.query
      await service.getCollection(collection)
      return sendLineStream<Ingested>(
        request,
        reply,
        {
          counts: ['created', 'updated', 'unchanged'],
          showsErrors: results !== 'none',
          otherFields,
          prepare: source => service.prepare(collection, source),
          answer: (batch, before) => service.ingestPrepared(collection, batch, { matchLimit, renew }, before),
          show: ingested => (results === 'all' ? ingestedAnswer(ingested) : undefined),
          countOf: ({ status }) => status
        },
        options
      )
    }
  )
}

export default streamRoutes

const verdictCounts = {
  unique: 'unique',
  'near-duplicate': 'nearDuplicates',
  'exact-duplicate': 'exactDuplicates'
} as const

/**
 * Answers an NDJSON body of the check route: one result a line and a summary, as the import does, but stores nothing.
 * Each document is compared with what is stored, not with the lines before it.
 *
 * @throws DoppelError what concerns the request as a whole: COLLECTION_NOT_FOUND, or INVALID_REQUEST for the threshold
 */
export async function streamCheck(
  request: FastifyRequest,
  reply: FastifyReply,
  options: RouteOptions,
  collection: string,
  query: CheckQuery
): Promise<FastifyReply> {
  // The empty document matches nothing: this checks the collection and the threshold alone.
  const { service } = options
  await service.check(collection, { text: '' }, query)
  return sendLineStream<Checked>(
    request,
    reply,
    {
      counts: Object.values(verdictCounts),
      showsErrors: true,
      otherFields: 'refuse',
      prepare: source => service.prepare(collection, source),
      answer: batch => service.checkPrepared(collection, batch, query),
      show: (checked, { line, id }) => ({ line, ...(id !== undefined && { id }), ...checkedAnswer(checked) }),
      countOf: ({ verdict }) => verdictCounts[verdict]
    },
    options
  )
}
