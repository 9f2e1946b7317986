import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { encodeInTurns, isLong, jsonPieces, type WithText } from './json-pieces.ts'

/** Answers with JSON. Others have turns while a long text is encoded. */
export async function sendInTurns(reply: FastifyReply, answer: WithText): Promise<FastifyReply> {
  if (!isLong(answer)) return reply.send(answer)
  const json = await encodeInTurns(jsonPieces(answer))
  const bytes = json.reduce((sum, { length }) => sum + length, 0)
  return reply.type('application/json; charset=utf-8').header('content-length', bytes).send(Readable.from(json))
}
