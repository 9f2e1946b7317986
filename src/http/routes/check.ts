import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { checkedAnswer } from '../answers.ts'
import { Upload } from '../bodies/upload.ts'
import { documentSource, withDocument } from '../preparation/document-source.ts'
import { bodyProblems, pageProblems } from '../problem-schemas.ts'
import { Checked, Document } from '../schemas/documents.ts'
import { CollectionPath, matchLimit, queryParameters, showsText, threshold } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import type { RouteOptions } from './route-options.ts'
import { streamCheck } from './streams.ts'

/** Have I seen this? */
const checkRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, options) => {
  app.post(
    '/v1/collections/:collection/check',
    {
      config: { takesJsonBytes: true },
      schema: {
        operationId: 'checkDocument',
        summary: 'Ask whether a document is known',
        description:
          'Answers as an ingest would, and stores nothing. NDJSON with a document a line is answered with NDJSON: a result with `line` and `id`, or an error, a line, in order, while the upload goes on, and a summary at the end.',
        tags: ['matches'],
        params: CollectionPath,
        querystring: queryParameters({ matches: matchLimit, text: showsText }, { threshold }),
        body: {
          content: {
            'application/json': { schema: reference(Document) },
            'application/x-ndjson': { schema: Type.Unsafe<unknown>({ description: 'One document a line' }) }
          }
        },
        response: {
          200: {
            description: 'What an ingest would find',
            content: {
              'application/json': { schema: reference(Checked) },
              'application/x-ndjson': {
                schema: Type.String({ description: 'A result or an error a line, then the summary' })
              }
            }
          },
          ...bodyProblems('COLLECTION_NOT_FOUND', 'INVALID_DOCUMENT', 'SIGNATURE_MISMATCH', ...pageProblems)
        }
      }
    },
    async (request, reply) => {
      const { collection } = request.params
      const query = {
        threshold: request.query.threshold,
        matchLimit: request.query.matches,
        showsText: request.query.text
      }
      if (request.body instanceof Upload) return streamCheck(request, reply, options, collection, query)
      const checked = await withDocument(documentSource(request, reply, options.preparer), source =>
        options.service.checkFrom(collection, source, query)
      )
      return reply.send(checkedAnswer(checked))
    }
  )
}

export default checkRoutes
