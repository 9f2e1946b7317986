import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/** A remainder up to this size is read in any case, and the connection kept. */
const smallBodyBytes = 64 * 1024

/** How long a client that was already answered may go on sending. */
export interface Patience {
  readonly totalMs: number
  /** How long it may pause meanwhile. */
  readonly idleMs: number
}

const patience: Patience = { totalMs: 30_000, idleMs: 5_000 }

/**
 * Lets an early answer reach a client that is still uploading.
 *
 * A connection that is closed with unread bytes is reset by the kernel, and many clients then never see the answer
 * but "connection reset". So such an answer is sent whole, at once and with `connection: close`, but
 * it ends only when the rest of the upload has been read and thrown away, or the client had its time.
 */
export function lingerOverUnreadBodies(app: FastifyInstance): void {
  const lingering = new Set<() => void>()

  app.addHook('onSend', async (request, reply, payload) => {
    if (!isUnread(request.raw) || payload instanceof Readable) return payload
    const bytes = Buffer.from((payload ?? '') as string | Buffer)
    reply.header('connection', 'close').header('content-length', bytes.length)
    const answer = new Readable({ read() {} })
    if (bytes.length > 0) answer.push(bytes)
    const end = () => {
      lingering.delete(end)
      answer.push(null)
    }
    lingering.add(end)
    discard(request.raw, patience, end)
    return answer
  })
  app.addHook('preClose', async () => {
    for (const end of lingering) end()
  })
}

/** Whether a body that is not small has not arrived yet. Requests that were injected have no connection to care for. */
function isUnread(raw: IncomingMessage): boolean {
  if (raw.complete !== false || raw.destroyed) return false
  const { 'content-length': length, 'transfer-encoding': encoding } = raw.headers
  return encoding !== undefined || Number(length ?? 0) > smallBodyBytes
}

/** Reads and forgets what is left of a request, for a limited time. */
export function discard(raw: IncomingMessage, { totalMs, idleMs }: Patience, onEnd: () => void): void {
  const finish = () => {
    clearTimeout(total)
    clearTimeout(idle)
    raw.off('data', onData).off('end', finish).off('close', finish)
    onEnd()
  }
  const total = setTimeout(finish, totalMs)
  const idle = setTimeout(finish, idleMs)
  const onData = () => idle.refresh()
  raw
    .on('error', () => {})
    .on('data', onData)
    .once('end', finish)
    .once('close', finish)
  raw.resume()
}
