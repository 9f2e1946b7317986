import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentStream } from '../documents/document-stream.ts'
import { request } from '../server/requests.ts'

/**
 * Connections of the pool. Without a bound each request that finds the others busy would open one, and a server that
 * falls behind would be measured by how fast it accepts connections.
 */
const connections = 64

/** How requests are sent. */
export interface Load {
  readonly perSecond: number
  readonly seconds: number
}

/**
 * Posts single documents at a constant rate, whatever the answers take: a slow answer delays no other request. Each
 * latency counts from the moment when the request was due, so what waits in the client counts too, and with it
 * about a millisecond of the client's timer.
 *
 * @param collection its address
 * @returns latencies in milliseconds, in order of sending
 * @throws unless every document was created
 */
export async function postAtRate(
  collection: string,
  stream: DocumentStream,
  { perSecond, seconds }: Load
): Promise<Float64Array> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const total = Math.round(perSecond * seconds)
  const latencies = new Float64Array(total)
  const answers: Promise<void>[] = []
  const begin = performance.now()
  const dueAt = (place: number) => begin + (1000 * place) / perSecond
  const post = async (place: number): Promise<void> => {
    const { id, text } = stream.next()
    const { status, body } = await request(`${collection}/documents`, { method: 'POST', json: { id, text }, agent })
    latencies[place] = performance.now() - dueAt(place)
    if (status !== 201) throw new Error(`a document was answered with ${status}: ${body}`)
  }
  for (let place = 0; place < total; ) {
    while (place < total && dueAt(place) <= performance.now()) {
      const answer = post(place++)
      answer.catch(() => {})
      answers.push(answer)
    }
    await pause(1)
  }
  await Promise.all(answers)
  agent.destroy()
  return latencies
}
