import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DoppelError } from '../../errors.ts'
import { sendProblem } from '../plugins/problem-details.ts'
import { problems } from '../problem-schemas.ts'
import type { RouteOptions } from './route-options.ts'

const tags = ['operations']

const status = <Value extends string>(title: string, value: Value, description: string) =>
  Type.Object({ status: Type.Literal(value) }, { title, additionalProperties: false, description })

/** What orchestrators ask. */
const healthRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { readiness }) => {
  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the process is alive',
        description: 'Answers as long as the process does, also while the store is loading.',
        tags,
        security: [],
        response: { 200: status('Health', 'ok', 'Alive'), ...problems() }
      }
    },
    async () => ({ status: 'ok' as const })
  )

  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether the service can answer',
        description: 'While it loads its index, the problem says how much is loaded in `progress`.',
        tags,
        security: [],
        response: { 200: status('ReadyState', 'ready', 'Ready'), ...problems('STORE_LOADING') }
      }
    },
    async (request, reply) => {
      switch (readiness.status) {
        case 'ready':
          return { status: 'ready' as const }
        case 'loading':
          return sendProblem(new DoppelError('STORE_LOADING', 'the index is being loaded'), request, reply, {
            progress: readiness.progress
          })
        case 'closing':
          throw new DoppelError('STORE_CLOSING', 'the service is shutting down')
      }
    }
  )
}

export default healthRoutes
