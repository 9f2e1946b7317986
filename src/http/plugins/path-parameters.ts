import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { DoppelError } from '../../errors.ts'
import { HttpError } from '../http-error.ts'
import { collectionNamePattern } from '../schemas/collections.ts'

const collectionName = new RegExp(collectionNamePattern)

/** Refuses names that no collection can have, and empty ids, before anybody looks for them. */
export default fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', async request => {
      const { collection, id } = request.params as { readonly collection?: string; readonly id?: string }
      if (id === '') throw new HttpError('ROUTE_NOT_FOUND', 'the id in the path is empty')
      if (collection === undefined || collectionName.test(collection)) return
      const isCreation = request.method === 'PUT' && id === undefined
      if (!isCreation) throw new DoppelError('COLLECTION_NOT_FOUND', `there is no collection "${collection}"`)
      const message = 'must be 1 to 64 of a-z, 0-9, "_" and "-", and start with a letter or a digit'
      throw new DoppelError('INVALID_REQUEST', `the name of a collection ${message}`, {
        errors: [{ path: 'collection', message }]
      })
    })
  },
  { name: 'path-parameters' }
)
