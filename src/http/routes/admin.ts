import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { bodyProblems } from '../problem-schemas.ts'
import { Backup, BackupRequest } from '../schemas/backups.ts'
import { noQuery } from '../schemas/parameters.ts'
import { reference } from '../schemas/reference.ts'
import type { RouteOptions } from './route-options.ts'

const description = [
  'Copies everything that is stored, as it is at one moment, while writes go on: all that was acknowledged before the request is in it.',
  'The copy is a folder in the directory that `DOPPEL_BACKUP_DIRECTORY` names; `doppel restore` makes a data directory of it.'
].join(' ')

/** For those who run the service. */
const adminRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { service }) => {
  app.post(
    '/v1/admin/backup',
    {
      config: { isBodyOptional: true },
      schema: {
        operationId: 'makeBackup',
        summary: 'Make a backup',
        description,
        tags: ['operations'],
        querystring: noQuery,
        body: reference(BackupRequest),
        response: {
          201: reference(Backup),
          ...bodyProblems('BACKUP_EXISTS', 'BACKUP_OFF', 'BACKUP_RUNNING', 'NOT_SUPPORTED', 'STORE_FULL')
        }
      }
    },
    async ({ body, log }, reply) => {
      const backup = await service.backUp(body.name)
      log.info(backup, 'backup made')
      reply.code(201)
      return { ...backup }
    }
  )
}

export default adminRoutes
