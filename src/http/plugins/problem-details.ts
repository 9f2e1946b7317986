import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { problemOf, retryAfterSeconds } from '../problems.ts'
import type { ProblemAnswer } from '../schemas/problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that the request was answered with, for the log. */
    problemCode: string | undefined
  }
}

/** What is said over and over while the service starts and stops; the request log tells of it. */
const expectedCodes: ReadonlySet<string> = new Set(['STORE_LOADING', 'STORE_CLOSING'])

/** Answers every error as application/problem+json, and logs what is not the client's fault. */
export default fp(
  async (app: FastifyInstance) => {
    app.decorateRequest('problemCode', undefined)
    app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  },
  { name: 'problem-details' }
)

/**
 * Answers with a problem; for the error handler, and for what the framework refuses before there are hooks.
 *
 * @param members further members of the problem
 */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  members: Partial<ProblemAnswer> = {}
): FastifyReply {
  const problem = { ...problemOf(error, request.id, request.server.basePath), ...members }
  request.problemCode = problem.code
  if (problem.code === 'INTERNAL') request.log.error({ err: error }, 'request failed')
  else if (problem.status >= 500 && !expectedCodes.has(problem.code))
    request.log.warn({ err: error }, 'request refused')
  const seconds = retryAfterSeconds(error)
  if (seconds !== undefined) reply.header('retry-after', seconds)
  return reply.code(problem.status).type('application/problem+json').send(problem)
}
