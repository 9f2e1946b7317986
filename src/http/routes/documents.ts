import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { ingestedAnswer, nextCursorAnswer, storedDocumentAnswer } from '../answers.ts'
import { documentSource, withDocument } from '../preparation/document-source.ts'
import { bodyProblems, pageProblems, storeProblems } from '../problem-schemas.ts'
import { Document, DocumentList, Ingested, StoredDocument } from '../schemas/documents.ts'
import {
  CollectionPath,
  cursor,
  DocumentPath,
  documentId,
  limit,
  matchLimit,
  queryParameters,
  renew
} from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import { sendInTurns } from '../streams/long-answer.ts'
import type { RouteOptions } from './route-options.ts'

const tags = ['documents']
export const ingestProblems = bodyProblems(
  'COLLECTION_NOT_FOUND',
  'COLLECTION_CHANGED',
  'INVALID_DOCUMENT',
  'SIGNATURE_MISMATCH',
  ...pageProblems,
  'STORE_FULL'
)
const ingestQuery = queryParameters({ matches: matchLimit, renew }, {})
export const ingestResponses = {
  200: { ...reference(Ingested), description: 'Updated or unchanged; durable' },
  201: {
    ...reference(Ingested),
    description: 'Created; durable',
    headers: { location: { type: 'string', description: 'The address of the document, where `POST` created it' } }
  },
  ...ingestProblems
}

/** Documents: put in, read, listed and taken out. */
const documentRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service, preparer }) => {
  app.post(
    '/v1/collections/:collection/documents',
    {
      config: { takesJsonBytes: true },
      schema: {
        operationId: 'ingestDocument',
        summary: 'Ingest a document',
        description:
          'Stores the document and says what the documents stored before it have in common with it. With an id it may be sent again without harm; without one it gets a new id each time.',
        tags,
        params: CollectionPath,
        querystring: ingestQuery,
        body: reference(Document),
        response: ingestResponses
      }
    },
    async (request, reply) => {
      const { collection } = request.params
      const options = { matchLimit: request.query.matches, renew: request.query.renew }
      const ingested = await withDocument(documentSource(request, reply, preparer), source =>
        service.ingestFrom(collection, source, options)
      )
      if (ingested.status !== 'created') return ingestedAnswer(ingested)
      const location = `${app.basePath}/v1/collections/${collection}/${addressOf(ingested.id, app.basePath)}`
      return reply.code(201).header('location', location).send(ingestedAnswer(ingested))
    }
  )

  app.put(
    '/v1/collections/:collection/documents/:id',
    {
      config: { takesJsonBytes: true },
      schema: {
        operationId: 'putDocument',
        summary: 'Ingest a document under the id in the address',
        description: 'As `POST`; an id in the body must be the same. Replaces the whole document.',
        tags,
        params: DocumentPath,
        querystring: ingestQuery,
        body: reference(Document),
        response: ingestResponses
      }
    },
    async (request, reply) => {
      const { collection, id } = request.params
      const options = { matchLimit: request.query.matches, renew: request.query.renew }
      const ingested = await withDocument(documentSource(request, reply, preparer, id), source =>
        service.ingestFrom(collection, source, options)
      )
      return reply.code(ingested.status === 'created' ? 201 : 200).send(ingestedAnswer(ingested))
    }
  )

  app.get(
    '/v1/collections/:collection/documents/:id',
    {
      schema: {
        operationId: 'getDocument',
        summary: 'Get a document',
        description: 'As it is stored, with its cluster.',
        tags,
        params: DocumentPath,
        response: { 200: reference(StoredDocument), ...storeProblems('COLLECTION_NOT_FOUND', 'DOCUMENT_NOT_FOUND') }
      }
    },
    async ({ params }, reply) => {
      const document = storedDocumentAnswer(await service.getDocument(params.collection, params.id))
      return sendInTurns(reply as FastifyReply, document)
    }
  )

  app.delete(
    '/v1/collections/:collection/documents/:id',
    {
      schema: {
        operationId: 'deleteDocument',
        summary: 'Delete a document',
        description: 'Its cluster is split where only this document held it together.',
        tags,
        params: DocumentPath,
        response: {
          204: Type.Null({ description: 'Deleted' }),
          ...storeProblems('COLLECTION_NOT_FOUND', 'DOCUMENT_NOT_FOUND')
        }
      }
    },
    async ({ params }, reply) => {
      await service.remove(params.collection, params.id)
      return reply.code(204).send(null)
    }
  )

  app.get(
    '/v1/collections/:collection/documents',
    {
      schema: {
        operationId: 'listDocuments',
        summary: 'List the documents',
        description:
          'In order of first ingest, without texts. With `id` the list is that one document, with its text, or 404.',
        tags,
        params: CollectionPath,
        querystring: queryParameters({ limit: limit(100, 1000) }, { cursor, id: documentId }),
        response: { 200: reference(DocumentList), ...storeProblems('COLLECTION_NOT_FOUND', 'DOCUMENT_NOT_FOUND') }
      }
    },
    async ({ params, query }) => {
      if (query.id !== undefined) {
        return { documents: [storedDocumentAnswer(await service.getDocument(params.collection, query.id))] }
      }
      const page = { cursor: query.cursor, limit: query.limit }
      const { items, nextCursor } = await service.listDocuments(params.collection, page)
      return { documents: items.map(storedDocumentAnswer), ...nextCursorAnswer(nextCursor) }
    }
  )
}

/**
 * The address of a document below its collection. A proxy that takes a base path away may change an id in a path, so
 * such an id stands in the query there.
 */
function addressOf(id: string, basePath: string): string {
  const encoded = encodeURIComponent(id)
  return basePath !== '' && /%(2F|5C|25)/.test(encoded) ? `documents?id=${encoded}` : `documents/${encoded}`
}

export default documentRoutes
